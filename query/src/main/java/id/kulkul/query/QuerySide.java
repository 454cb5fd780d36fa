package id.kulkul.query;

import java.nio.file.Path;
import org.axonframework.config.Configurer;

/** The one public door to the read side: registers projections, their processors and the queries they answer. */
public final class QuerySide {
    private QuerySide() {}

    /**
     * Registers everything over one file of read models, which is made if it is missing; event store and buses are the
     * caller's.
     */
    @SuppressWarnings("unused")
    public static void register(Configurer configurer, Path readDatabase) {}
}
