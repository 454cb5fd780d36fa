package id.kulkul.web.audit;

import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.CaseworkQuery;
import id.kulkul.query.casework.PastCard;
import id.kulkul.query.casework.PastCases;
import id.kulkul.query.casework.PastList;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.staff.StaffDirectory;
import id.kulkul.query.store.SqliteReadStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;

/** Read models that begin with nothing and stop after the event that they were given last. */
final class RebuiltLists implements AutoCloseable {
    private final SqliteReadStore store;
    private final SimpleEventHandlerInvoker projections;
    private final QueryGateway queries;

    RebuiltLists(Path file) {
        store = new SqliteReadStore(file);
        var posts = new Posts(store);
        projections = SimpleEventHandlerInvoker.builder()
                .eventHandlers(new ReportBoard(store), new StaffDirectory(store))
                .build();
        var bus = SimpleQueryBus.builder().build();
        new AnnotationQueryHandlerAdapter<>(new PastCases(EventTypes.standard(), store, posts)).subscribe(bus);
        queries = DefaultQueryGateway.builder().queryBus(bus).build();
    }

    void take(EventMessage<?> event) throws Exception {
        projections.handle(event, Segment.ROOT_SEGMENT);
    }

    /** The list with everything that was taken, on the day of that moment. */
    List<PastCard> list(Instant now) {
        return queries.query(
                        new CaseworkQuery.CasesAt(LogName.WBS, new Position(Long.MAX_VALUE), now),
                        ResponseTypes.instanceOf(PastList.class))
                .join()
                .cards();
    }

    @Override
    public void close() {
        store.close();
    }
}
