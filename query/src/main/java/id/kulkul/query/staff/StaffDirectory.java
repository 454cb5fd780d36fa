package id.kulkul.query.staff;

import id.kulkul.command.channel.ChannelEvent;
import id.kulkul.command.channel.ChannelEvent.*;
import id.kulkul.command.staff.Role;
import id.kulkul.command.staff.StaffEvent;
import id.kulkul.command.staff.StaffEvent.*;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.store.Shelf;
import id.kulkul.query.store.Shelves;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/** Who holds which post and role today, and every signed list of recipients that was ever published. */
@ProcessingGroup(StaffDirectory.GROUP)
public final class StaffDirectory {
    /** The name of the processor. */
    public static final String GROUP = "staff-directory";

    static final Shelf<StaffRow> STAFF = Shelf.current("staff", StaffRow.class);
    static final Shelf<ChannelRow> CHANNELS = Shelf.current("channel", ChannelRow.class);
    static final Shelf<ManifestRow> MANIFESTS = Shelf.current("manifest", ManifestRow.class);

    private final Shelves shelves;

    public StaffDirectory(Shelves shelves) {
        this.shelves = shelves;
        prepare(shelves);
    }

    static void prepare(Shelves shelves) {
        List.of(STAFF, CHANNELS, MANIFESTS).forEach(shelves::prepare);
    }

    static String key(UUID person) {
        return Hex16.of(person);
    }

    @EventHandler
    void on(StaffEvent event, TrackingToken token) {
        switch (event) {
            case StaffRegistered e -> shelves.put(STAFF, e.person().toString(), position(token), registered(e));
            case RoleGiven e -> change(event, token, row -> with(row, plus(row.roles(), e.role())));
            case RoleTaken e -> change(event, token, row -> with(row, minus(row.roles(), e.role())));
            case KeysChanged e ->
                change(
                        event,
                        token,
                        row -> new StaffRow(
                                row.person(), row.post(), row.roles(), e.keys(), e.bundleVersion(), row.retired()));
            case StaffRetired e ->
                change(
                        event,
                        token,
                        row -> new StaffRow(
                                row.person(), row.post(), row.roles(), row.keys(), row.bundleVersion(), true));
        }
    }

    private static StaffRow registered(StaffRegistered event) {
        return new StaffRow(
                event.person().value(), event.post(), Set.of(event.role()), event.keys(), event.bundleVersion(), false);
    }

    private void change(StaffEvent event, TrackingToken token, Function<StaffRow, StaffRow> change) {
        var key = event.person().toString();
        shelves.one(STAFF, key)
                .filter(held -> held.from() < position(token))
                .ifPresent(held -> shelves.put(STAFF, key, position(token), change.apply(held.document())));
    }

    private static StaffRow with(StaffRow row, Set<Role> roles) {
        return new StaffRow(row.person(), row.post(), roles, row.keys(), row.bundleVersion(), row.retired());
    }

    private static Set<Role> plus(Set<Role> roles, Role role) {
        var more = EnumSet.of(role);
        more.addAll(roles);
        return more;
    }

    private static Set<Role> minus(Set<Role> roles, Role role) {
        var fewer = EnumSet.noneOf(Role.class);
        fewer.addAll(roles);
        fewer.remove(role);
        return fewer;
    }

    @EventHandler
    void on(ChannelEvent event, TrackingToken token) {
        switch (event) {
            case ManifestPublished published -> publish(published, token);
            case ChannelOpened opened -> turn(opened, token, true);
            case ChannelClosed closed -> turn(closed, token, false);
        }
    }

    private void publish(ManifestPublished event, TrackingToken token) {
        var manifest = new ManifestRow(
                event.channel(), event.epoch(), event.digest(), event.manifest(), event.ed25519(), event.mldsa44());
        shelves.put(MANIFESTS, event.digest().hex(), position(token), manifest);
        var key = event.channel().toString();
        var open =
                shelves.one(CHANNELS, key).map(held -> held.document().open()).orElse(false);
        shelves.put(CHANNELS, key, position(token), new ChannelRow(event.channel(), open, manifest));
    }

    private void turn(ChannelEvent event, TrackingToken token, boolean open) {
        var key = event.channel().toString();
        shelves.one(CHANNELS, key)
                .map(held ->
                        new ChannelRow(event.channel(), open, held.document().manifest()))
                .ifPresent(row -> shelves.put(CHANNELS, key, position(token), row));
    }

    private static long position(TrackingToken token) {
        return token.position().orElseThrow();
    }
}
