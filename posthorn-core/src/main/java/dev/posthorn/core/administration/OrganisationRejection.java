package dev.posthorn.core.administration;

/** Why an organisation is not made or changed as asked. */
public sealed interface OrganisationRejection {
    record NoSuchOrganisation() implements OrganisationRejection {}

    record NoSuchProfile(String name) implements OrganisationRejection {}

    record UidTaken(String uid) implements OrganisationRejection {}

    /** The default it names is none of its endpoints. */
    record NoSuchEndpoint() implements OrganisationRejection {}

    /** The default it names has event types: it gets what it subscribed to, not what is left. */
    record NotRouted() implements OrganisationRejection {}

    /** The one that is meant when a call names none stays. */
    record IsDefault() implements OrganisationRejection {}

    record TooMany(int most) implements OrganisationRejection {}
}
