package id.kulkul.query.report;

import id.kulkul.command.flood.FloodEvent;
import id.kulkul.command.flood.FloodEvent.SettingAsideProposed;
import id.kulkul.command.report.ReportEvent.ConflictDeclared;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.report.FloodFile.Act;
import id.kulkul.query.store.Shelf;
import id.kulkul.query.store.Shelves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One file per proposal to set reports aside, and for each person the cases that they lost. */
final class FloodBoard {
    /** The cases to which a person lost access after they had come. */
    record Lost(List<UUID> reports) {}

    static final Shelf<FloodFile> FLOODS = Shelf.current("flood", FloodFile.class)
            .foundBy("state", flood -> flood.state().name());
    private static final Shelf<Lost> LOST = Shelf.current("lost_access", Lost.class);

    private final Shelves shelves;

    FloodBoard(Shelves shelves) {
        this.shelves = shelves;
        prepare(shelves);
    }

    static void prepare(Shelves shelves) {
        shelves.prepare(FLOODS);
        shelves.prepare(LOST);
    }

    void fold(FloodEvent event, Instant hour, long position) {
        var key = event.flood().toString();
        var act = new Act(event.by(), hour, position);
        var held = shelves.one(FLOODS, key);
        if (held.isEmpty()) {
            if (event instanceof SettingAsideProposed proposed)
                shelves.put(FLOODS, key, position, FloodFile.begun(proposed, act));
        } else if (held.get().from() < position) {
            shelves.put(FLOODS, key, position, held.get().document().after(event, act));
        }
    }

    void fold(ConflictDeclared event, long position) {
        var lost = new ArrayList<>(lost(shelves, event.person()));
        lost.add(event.report().value());
        shelves.put(LOST, Hex16.of(event.person()), position, new Lost(lost));
    }

    /** The cases that a person lost. */
    static List<UUID> lost(Shelves shelves, UUID person) {
        return shelves.one(LOST, Hex16.of(person))
                .map(held -> held.document().reports())
                .orElse(List.of());
    }
}
