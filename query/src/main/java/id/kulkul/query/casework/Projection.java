package id.kulkul.query.casework;

import id.kulkul.query.store.Shelves;
import java.util.function.Function;

/** The read models of one processor, made for the store that they fill. */
public record Projection<T>(String group, Class<T> type, Function<Shelves, T> made) {}
