package dev.posthorn.core.log;

class InMemoryDeliveryLogTest implements DeliveryLogContract {
    @Override
    public WrittenLog open() {
        return new InMemoryDeliveryLog();
    }
}
