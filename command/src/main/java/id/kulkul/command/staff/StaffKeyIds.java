package id.kulkul.command.staff;

import id.kulkul.crypto.bytes.Digest;
import java.util.UUID;

/**
 * Which public keys a person uses now.
 *
 * @param sealing the id of the key that items are sealed to
 * @param signing the id of the key that checks the person's signatures
 * @param sha256 SHA-256 of the public sealing key and the public signing key
 */
public record StaffKeyIds(UUID sealing, UUID signing, Digest sha256) {}
