package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.log.HybridKey;
import id.kulkul.crypto.log.HybridPublicKey;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.SecretFile;
import id.kulkul.crypto.log.TrustPolicy;
import id.kulkul.crypto.vault.VaultKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The keys of one organisation in one folder: {@code root/} signs the lists of recipients and belongs on a medium that
 * is not on the server; {@code log/} and {@code vault/} belong to the server; {@code staff/} holds enrolments, sealed.
 */
public final class KeyFolder {
    private static final String ORGANISATION = "organisation";
    private static final String TITLE = "kulkul organisation 1";
    private static final String MANIFEST_TITLE = "kulkul manifest 1";
    private static final HexFormat HEX = HexFormat.of();

    private final Path folder;
    private final LogPolicies policies;
    private final KeyFile organisation;

    private KeyFolder(Path folder) throws IOException {
        this.folder = folder;
        this.policies = new LogPolicies(folder);
        this.organisation = KeyFile.read(folder.resolve(ORGANISATION), TITLE);
    }

    /** Opens the folder; an {@link IllegalArgumentException} if it is none. */
    public static KeyFolder open(Path folder) throws IOException {
        return new KeyFolder(folder);
    }

    /** Whether there is an organisation in the folder. */
    public static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(ORGANISATION));
    }

    /**
     * Makes a new organisation: root, logs, vault and policy ({@code quorum none}); refuses a folder that has anything
     * in it.
     */
    public static KeyFolder create(Path folder) throws IOException {
        SecretFile.directory(folder);
        try (var there = Files.list(folder)) {
            if (there.findAny().isPresent()) throw new IllegalArgumentException("This folder is not empty.");
        }
        var random = new SecureRandom();
        var tenant = UUID.randomUUID();
        var root = HybridKey.generate(random);
        for (var name : List.of("root", "log", "staff", "manifests")) SecretFile.directory(folder.resolve(name));
        SecretFile.write(folder.resolve("root/root.key"), root.fileText());
        var logs = new ArrayList<LogKeys>();
        for (var log : LogName.values()) logs.add(LogKeys.generate(new LogOrigin(tenant, log), random));
        for (var log : logs) log.write(folder.resolve("log"));
        VaultKeys.create(folder.resolve("vault"));
        SecretFile.write(folder.resolve("policy.txt"), TrustPolicy.withoutWitnesses(logs));
        new KeyFile()
                .with("tenant", Hex16.of(tenant))
                .with("channel", Hex16.of(UUID.randomUUID()))
                .with("root-ed25519", HEX.formatHex(root.publicKey().ed25519()))
                .with("root-mldsa44", HEX.formatHex(root.publicKey().mldsa44()))
                .write(folder.resolve(ORGANISATION), TITLE);
        return new KeyFolder(folder);
    }

    public UUID tenant() {
        return Hex16.parse(organisation.value("tenant"));
    }

    /** The protected channel that the lists of recipients are for. */
    public UUID channel() {
        return Hex16.parse(organisation.value("channel"));
    }

    public OrgRoot root() {
        return new OrgRoot(new HybridPublicKey(
                HEX.parseHex(organisation.value("root-ed25519")), HEX.parseHex(organisation.value("root-mldsa44"))));
    }

    /** The policy file of that hash; each list goes on naming the one that it was signed with. */
    public Optional<String> policy(Digest digest) throws IOException {
        return policies.of(digest);
    }

    /**
     * The policy files that the lists of recipients name, oldest first; before there is a list, the one that it will
     * name.
     */
    public List<String> policies() throws IOException {
        var named = new LinkedHashSet<String>();
        for (var list : manifests()) named.add(required(list.manifest()));
        return named.isEmpty() ? List.of(policies.current()) : List.copyOf(named);
    }

    private String required(Manifest list) throws IOException {
        return policy(list.policy())
                .orElseThrow(() -> new IllegalArgumentException("The policy that the list of recipients number "
                        + list.epoch() + " names is missing: put it into "
                        + folder.resolve("policies").resolve(list.policy().hex() + ".txt") + "."));
    }

    /**
     * The policy of the next list names a log under the origin in which it goes on after a declared loss; an earlier
     * one is refused.
     */
    public void restored(LogOrigin origin) throws IOException {
        if (!origin.tenant().equals(tenant()))
            throw new IllegalArgumentException("This is another organisation's log.");
        policies.restored(origin);
    }

    public LogKeys log(LogName log) throws IOException {
        return LogKeys.load(folder.resolve("log"), new LogOrigin(tenant(), log));
    }

    public VaultKeys vault() throws IOException {
        return VaultKeys.load(folder.resolve("vault"));
    }

    /** Enrols a person; the passphrase and the recovery kit are in the answer and nowhere else. */
    public Enrolment enrol(String name, String role, String post) throws IOException {
        if (!List.of("investigator", "outside", "custodian", "auditor", "administrator")
                .contains(role)) {
            throw new IllegalArgumentException("A role is investigator, outside, custodian, auditor or administrator.");
        }
        if (staff().stream().anyMatch(each -> each.name().equalsIgnoreCase(name.strip()))) {
            throw new IllegalArgumentException("Somebody signs in under this name already.");
        }
        var enrolment = Enrolment.of(
                tenant(), name.strip(), role, post.strip(), manifests().size() + 1L);
        enrolment.file().write(folder.resolve("staff"));
        return enrolment;
    }

    /** Everybody who was enrolled, by sign-in name. */
    public List<StaffFile> staff() throws IOException {
        var all = new ArrayList<StaffFile>();
        for (var file : files("staff")) all.add(StaffFile.read(file));
        all.sort(Comparator.comparing(StaffFile::name));
        return all;
    }

    /** Every signed list of recipients, in their order. */
    public List<SignedManifest> manifests() throws IOException {
        var all = new ArrayList<SignedManifest>();
        for (var file : files("manifests")) all.add(manifest(file));
        all.sort(Comparator.comparing(each -> each.manifest().epoch()));
        return all;
    }

    /**
     * Signs the next list of recipients, with everybody enrolled now; needs {@code root/}.
     *
     * @param needed how many custodians open an identity together, at least 2
     * @param hour from which it counts, in hours since 1970
     * @param bundle SHA-256 of the script that staff pages load
     * @param rules SHA-256 of the rules in force
     */
    public SignedManifest sign(int needed, long hour, Digest bundle, Digest rules) throws IOException {
        var before = manifests();
        policies();
        var last = before.isEmpty()
                ? Optional.<Manifest>empty()
                : Optional.of(before.getLast().manifest());
        var members = new ArrayList<Member>();
        for (var person : staff()) member(person).ifPresent(members::add);
        var manifest = new Manifest(
                ManifestType.RECIPIENTS,
                tenant(),
                channel(),
                before.size() + 1L,
                hour,
                last.map(Manifest::digest).orElse(Digest.ZERO),
                needed,
                policies.keep(),
                bundle,
                rules,
                0,
                members);
        var root = HybridKey.ofFile(Files.readString(folder.resolve("root/root.key")));
        var signed = new SignedManifest(manifest, ManifestSignatures.sign(manifest, root));
        write(signed);
        return signed;
    }

    private static Optional<Member> member(StaffFile person) {
        return Arrays.stream(MemberRole.values())
                .filter(role -> role.name().equalsIgnoreCase(person.role()))
                .findFirst()
                .map(role -> Member.of(person.person(), role, person.recipient(), person.signing()));
    }

    private void write(SignedManifest signed) throws IOException {
        new KeyFile()
                .with("manifest", text(signed.manifest().encoded()))
                .with("ed25519", text(signed.signatures().ed25519()))
                .with("mldsa44", text(signed.signatures().mldsa44()))
                .write(folder.resolve("manifests/" + signed.manifest().epoch()), MANIFEST_TITLE);
    }

    private static SignedManifest manifest(Path file) throws IOException {
        var in = KeyFile.read(file, MANIFEST_TITLE);
        try {
            return new SignedManifest(
                    Manifest.decoded(bytes(in, "manifest")),
                    ManifestSignatures.of(bytes(in, "ed25519"), bytes(in, "mldsa44")));
        } catch (OpenFailed e) {
            throw new IllegalArgumentException("This is no manifest: " + file.getFileName(), e);
        }
    }

    private List<Path> files(String name) throws IOException {
        try (var there = Files.list(folder.resolve(name))) {
            return there.toList();
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(KeyFile in, String name) {
        return Base64.getUrlDecoder().decode(in.value(name));
    }
}
