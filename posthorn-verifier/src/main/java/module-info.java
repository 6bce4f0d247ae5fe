/** Verifies webhooks; exports its package with the first public class. */
module dev.posthorn.verifier {}
