package id.kulkul.query.staff;

import static id.kulkul.query.staff.StaffDirectory.CHANNELS;
import static id.kulkul.query.staff.StaffDirectory.MANIFESTS;
import static id.kulkul.query.staff.StaffDirectory.STAFF;

import id.kulkul.query.staff.StaffQuery.*;
import id.kulkul.query.store.Held;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Where;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Says who is of the office today, which channels stand open, and what lists of recipients were published. */
public final class StaffAnswers {
    private static final int MOST = 10_000;

    private final ReadStore store;

    public StaffAnswers(ReadStore store) {
        this.store = store;
        StaffDirectory.prepare(store);
    }

    @QueryHandler
    List<StaffRow> answer(Directory query) {
        return store.all(STAFF, Where.atMost(MOST)).stream()
                .sorted(Comparator.comparing(StaffRow::post))
                .toList();
    }

    @QueryHandler
    Optional<StaffRow> answer(OnePerson query) {
        return store.one(STAFF, StaffDirectory.key(query.person())).map(Held::document);
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
