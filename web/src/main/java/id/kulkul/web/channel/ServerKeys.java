package id.kulkul.web.channel;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.keys.OrgRoot;
import id.kulkul.crypto.keys.SignedManifest;
import id.kulkul.crypto.keys.StaffFile;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.vault.VaultKeys;
import id.kulkul.query.audit.Published;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The keys that this server holds for its organisation; without them it shows pages and takes nothing. */
public final class ServerKeys {
    private final UUID tenant;
    private final Optional<KeyFolder> folder;
    private final Map<LogName, LogKeys> logs = new EnumMap<>(LogName.class);

    private ServerKeys(UUID tenant, Optional<KeyFolder> folder) throws IOException {
        this.tenant = tenant;
        this.folder = folder;
        if (folder.isPresent())
            for (LogName log : LogName.values()) logs.put(log, folder.get().log(log));
    }

    /**
     * The keys of a folder; an empty folder is an organisation that has not begun. Every file is read once, so that a
     * torn one is told before anything is opened with the others.
     */
    public static ServerKeys of(Path keys) throws IOException {
        if (!KeyFolder.exists(keys)) return new ServerKeys(UUID.randomUUID(), Optional.empty());
        KeyFolder folder = KeyFolder.open(keys);
        folder.root().fingerprint();
        folder.channel();
        folder.manifests();
        folder.staff();
        return new ServerKeys(folder.tenant(), Optional.of(folder));
    }

    /** Whether the organisation has keys at all. */
    public boolean isComplete() {
        return folder.isPresent();
    }

    public UUID tenant() {
        return tenant;
    }

    /** The organisation's public root. */
    public Optional<OrgRoot> root() {
        return folder.map(KeyFolder::root);
    }

    /** What a verifier is given from elsewhere; zero without keys. */
    public Digest rootFingerprint() {
        return root().map(OrgRoot::fingerprint).orElse(Digest.ZERO);
    }

    /** The protected channel of the folder. */
    public UUID channel() {
        return required().channel();
    }

    /** The policy file that a list of recipients names. */
    public String policy(Digest named) throws IOException {
        return required().policy(named).orElseThrow(() -> new IllegalStateException("A policy was taken away"));
    }

    /**
     * The policy files that its lists name, oldest first; an {@link IllegalArgumentException} says which one is
     * missing.
     */
    public List<String> policies() throws IOException {
        return required().policies();
    }

    /** The keys that sign a log; an {@link IllegalStateException} without keys. */
    public LogKeys log(LogName log) {
        LogKeys keys = logs.get(log);
        if (keys == null) throw new IllegalStateException("This organisation has no keys yet");
        return keys;
    }

    /** The key-encryption key and the pepper. */
    public VaultKeys vault() throws IOException {
        return required().vault();
    }

    /** Everybody enrolled in the folder. */
    public List<StaffFile> staff() throws IOException {
        return required().staff();
    }

    /** Every list of recipients in the folder, oldest first. */
    public List<SignedManifest> manifests() throws IOException {
        return required().manifests();
    }

    /** What an export repeats beside the events. */
    public Published published() {
        try {
            return folder.isEmpty() ? new Published(List.of(), List.of()) : Published.of(required());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private KeyFolder required() {
        return folder.orElseThrow(() -> new IllegalStateException("This organisation has no keys yet"));
    }
}
