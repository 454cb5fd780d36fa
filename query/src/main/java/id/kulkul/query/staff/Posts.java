package id.kulkul.query.staff;

import id.kulkul.query.store.Held;
import id.kulkul.query.store.ReadStore;
import java.util.Optional;
import java.util.UUID;

/** The public posts of people, as the directory knows them today. */
public final class Posts {
    private final ReadStore store;

    public Posts(ReadStore store) {
        this.store = store;
        store.prepare(StaffDirectory.STAFF);
    }

    /** The post of a person; empty for somebody who is not of the office. */
    public String of(UUID person) {
        return row(person).map(StaffRow::post).orElse("");
    }

    /** Whether the person has left the office. */
    public boolean isRetired(UUID person) {
        return row(person).map(StaffRow::retired).orElse(false);
    }

    private Optional<StaffRow> row(UUID person) {
        return store.one(StaffDirectory.STAFF, StaffDirectory.key(person)).map(Held::document);
    }
}
