package id.kulkul.query.staff;

import id.kulkul.command.channel.ChannelEvent;
import id.kulkul.command.channel.ChannelEvent.*;
import id.kulkul.command.staff.Role;
import id.kulkul.command.staff.StaffEvent;
import id.kulkul.command.staff.StaffEvent.*;
import id.kulkul.crypto.seal.Hex16;
import id.kulkul.query.staff.StaffQuery.*;
import id.kulkul.query.store.Held;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Shelf;
import id.kulkul.query.store.Where;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.queryhandling.QueryHandler;

/** Who holds which post and role today, and every signed list of recipients that was ever published. */
@ProcessingGroup(StaffDirectory.GROUP)
public final class StaffDirectory {
    /** The name of the processor. */
    public static final String GROUP = "staff-directory";

    static final Shelf<StaffRow> STAFF = Shelf.current("staff", StaffRow.class);
    static final Shelf<ChannelRow> CHANNELS = Shelf.current("channel", ChannelRow.class);
    static final Shelf<ManifestRow> MANIFESTS = Shelf.current("manifest", ManifestRow.class);
    private static final int MOST = 10_000;

    private final ReadStore store;

    public StaffDirectory(ReadStore store) {
        this.store = store;
        List.of(STAFF, CHANNELS, MANIFESTS).forEach(store::prepare);
    }

    static String key(UUID person) {
        return Hex16.of(person);
    }

    @EventHandler
    void on(StaffEvent event, TrackingToken token) {
        switch (event) {
            case StaffRegistered e -> store.put(STAFF, e.person().toString(), position(token), registered(e));
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
        store.one(STAFF, key)
                .filter(held -> held.from() < position(token))
                .ifPresent(held -> store.put(STAFF, key, position(token), change.apply(held.document())));
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
        store.put(MANIFESTS, event.digest().hex(), position(token), manifest);
        var key = event.channel().toString();
        var open = store.one(CHANNELS, key).map(held -> held.document().open()).orElse(false);
        store.put(CHANNELS, key, position(token), new ChannelRow(event.channel(), open, manifest));
    }

    private void turn(ChannelEvent event, TrackingToken token, boolean open) {
        var key = event.channel().toString();
        store.one(CHANNELS, key)
                .map(held ->
                        new ChannelRow(event.channel(), open, held.document().manifest()))
                .ifPresent(row -> store.put(CHANNELS, key, position(token), row));
    }

    private static long position(TrackingToken token) {
        return token.position().orElseThrow();
    }

    @QueryHandler
    List<StaffRow> answer(Directory query) {
        return store.all(STAFF, Where.atMost(MOST)).stream()
                .sorted(Comparator.comparing(StaffRow::post))
                .toList();
    }

    @QueryHandler
    Optional<StaffRow> answer(OnePerson query) {
        return store.one(STAFF, key(query.person())).map(Held::document);
    }

    @QueryHandler
    List<ChannelRow> answer(Channels query) {
        return store.all(CHANNELS, Where.atMost(MOST));
    }

    @QueryHandler
    Optional<ChannelRow> answer(OneChannel query) {
        return store.one(CHANNELS, query.channel().toString()).map(Held::document);
    }

    @QueryHandler
    Optional<ManifestRow> answer(OneManifest query) {
        return store.one(MANIFESTS, query.digest().hex()).map(Held::document);
    }
}
