package dev.posthorn.core.profile.own;

import dev.posthorn.core.signature.SignatureForm;

/**
 * The signature header of a profile of the operator's own.
 *
 * @param header its name
 * @param value a {@link Template} with {@code {signature}}
 * @param content what is signed, a {@link Template} with {@code {body}}
 */
public record OwnSignature(String header, String value, String content, SignatureForm form) {}
