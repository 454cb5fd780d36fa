package id.kulkul.web.channel;

import id.kulkul.command.Acted;
import id.kulkul.command.channel.ChannelCommand.OpenChannel;
import id.kulkul.command.channel.ChannelCommand.PublishManifest;
import id.kulkul.command.channel.ChannelId;
import id.kulkul.command.staff.Role;
import id.kulkul.command.staff.StaffCommand.RegisterStaff;
import id.kulkul.command.staff.StaffId;
import id.kulkul.command.staff.StaffKeyIds;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.keys.SignedManifest;
import id.kulkul.crypto.keys.StaffFile;
import id.kulkul.crypto.vault.StaffVault;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.bus.Acts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Brings what was enrolled and signed in the folder of keys into the history, once: people, lists of recipients, the
 * open channel.
 */
@Component
public class Founding {
    private final ServerKeys keys;
    private final StaffVault vault;
    private final StoredEvents history;
    private final Acts acts;

    Founding(ServerKeys keys, StaffVault vault, StoredEvents history, Acts acts) {
        this.keys = keys;
        this.vault = vault;
        this.history = history;
        this.acts = acts;
    }

    /**
     * Does what is not done yet, and waits for it; not for the event loop.
     *
     * @throws KeysIncomplete if a list of recipients is not signed by the root or breaks the chain, or its policy is
     *     missing
     */
    public void run() throws IOException {
        if (!keys.isComplete()) return;
        List<SignedManifest> manifests = keys.manifests();
        int broken = SignedManifest.firstBroken(manifests, keys.root().orElseThrow());
        if (broken >= 0) {
            throw new KeysIncomplete("The list of recipients number " + (broken + 1)
                    + " in the folder of keys is not signed by the root or does not follow the one before.");
        }
        requirePolicies();
        List<StaffFile> staff = keys.staff();
        UUID by = staff.stream()
                .filter(person -> person.role().equals("administrator"))
                .map(StaffFile::person)
                .findFirst()
                .orElse(Acted.NOBODY);
        for (StaffFile person : staff) register(person, by);
        for (SignedManifest signed : manifests.subList(published(), manifests.size())) publish(signed, by);
        if (!manifests.isEmpty() && !wasOpened()) send(new OpenChannel(channel(), by), by);
    }

    /** Without the policy that a list names, no browser could believe that list, and none of the later ones. */
    private void requirePolicies() throws IOException {
        try {
            keys.policies();
        } catch (IllegalArgumentException missing) {
            throw new KeysIncomplete(String.valueOf(missing.getMessage()));
        }
    }

    private void register(StaffFile person, UUID by) {
        Optional<StaffVault.Account> known = vault.of(person.name());
        if (known.isEmpty()
                || known.get().secrets().version() < person.secrets().version()) {
            vault.put(person.name(), person.person(), person.secrets());
        }
        if (history.one("staff-member", Hex16.of(person.person()), 0).isPresent()) return;
        StaffKeyIds ids =
                new StaffKeyIds(person.recipient().keyId(), person.signing().keyId(), person.keysDigest());
        Role role = Role.valueOf(person.role().toUpperCase(Locale.ROOT));
        send(
                new RegisterStaff(
                        new StaffId(person.person()),
                        by,
                        role,
                        person.post(),
                        ids,
                        person.secrets().version()),
                by);
    }

    private void publish(SignedManifest signed, UUID by) {
        Octets bytes = Octets.of(signed.manifest().encoded());
        Octets ed25519 = Octets.of(signed.signatures().ed25519());
        Octets mldsa44 = Octets.of(signed.signatures().mldsa44());
        send(new PublishManifest(channel(), by, bytes, ed25519, mldsa44), by);
    }

    private int published() {
        return (int) channelEvents().filter("manifest-published"::equals).count();
    }

    /** A channel that was closed again stays closed. */
    private boolean wasOpened() {
        return channelEvents().anyMatch("channel-opened"::equals);
    }

    private Stream<String> channelEvents() {
        String stream = Hex16.of(keys.channel());
        return LongStream.iterate(0, sequence -> sequence + 1)
                .mapToObj(sequence -> history.one("channel", stream, sequence))
                .takeWhile(Optional::isPresent)
                .map(stored -> stored.orElseThrow().name());
    }

    private ChannelId channel() {
        return new ChannelId(keys.channel());
    }

    private void send(Object command, UUID by) {
        acts.send(command, by).toFuture().join();
    }
}
