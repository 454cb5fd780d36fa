package id.kulkul.command.channel;

import static id.kulkul.command.channel.ChannelRejection.*;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import id.kulkul.command.channel.ChannelCommand.*;
import id.kulkul.command.channel.ChannelEvent.*;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.ManifestType;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** A protected channel: its lists of recipients form one unbroken chain, and without one it does not open. */
@AggregateRoot(type = "channel")
class Channel {
    private static final int ED25519 = 64;
    private static final int MLDSA44 = 2420;

    @AggregateIdentifier
    private ChannelId id;

    private long epoch;
    private Digest newest = Digest.ZERO;
    private boolean open;

    Channel() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishManifest command) {
        if (command.ed25519().size() != ED25519 || command.mldsa44().size() != MLDSA44)
            throw BAD_SIGNATURE.asException();
        var list = read(command.manifest());
        if (list.type() != ManifestType.RECIPIENTS
                || !list.scope().equals(command.channel().value())) throw WRONG_CHANNEL.asException();
        if (list.epoch() != epoch + 1 || !list.prev().equals(newest)) throw BROKEN_CHAIN.asException();
        apply(new ManifestPublished(
                command.channel(),
                command.by(),
                list.epoch(),
                list.digest(),
                command.manifest(),
                command.ed25519(),
                command.mldsa44()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenChannel command) {
        if (id == null) throw NO_MANIFEST.asException();
        if (open) throw ALREADY_OPEN.asException();
        apply(new ChannelOpened(id, command.by()));
    }

    @CommandHandler
    void handle(CloseChannel command) {
        if (!open) throw NOT_OPEN.asException();
        apply(new ChannelClosed(id, command.by()));
    }

    private static Manifest read(Octets bytes) {
        try {
            return Manifest.decoded(bytes.bytes());
        } catch (OpenFailed irregular) {
            throw BAD_MANIFEST.asException();
        }
    }

    @EventSourcingHandler
    void on(ChannelEvent event) {
        switch (event) {
            case ManifestPublished published -> {
                id = published.channel();
                epoch = published.epoch();
                newest = published.digest();
            }
            case ChannelOpened opened -> open = true;
            case ChannelClosed closed -> open = false;
        }
    }
}
