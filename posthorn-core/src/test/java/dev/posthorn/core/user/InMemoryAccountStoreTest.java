package dev.posthorn.core.user;

class InMemoryAccountStoreTest implements AccountStoreContract {
    @Override
    public AccountStore accounts() {
        return new InMemoryAccountStore();
    }
}
