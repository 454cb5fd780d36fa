package id.kulkul.command.policy;

/**
 * Where a deadline comes from, in both languages; unconfirmed means that nobody has checked the number against the
 * gazette.
 */
public record LegalBasis(String indonesian, String english, boolean confirmed) {}
