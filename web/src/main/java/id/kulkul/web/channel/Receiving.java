package id.kulkul.web.channel;

import id.kulkul.web.page.Refused;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Whether a report can be received at this moment: whatever invites one, or takes one, asks first. */
@Component
public class Receiving {
    private final List<Obstacle> obstacles;

    public Receiving(List<Obstacle> obstacles) {
        this.obstacles = obstacles;
    }

    /** Why not, or nothing. */
    public Optional<NotNow> obstacle() {
        return obstacles.stream().map(Obstacle::now).flatMap(Optional::stream).findFirst();
    }

    /**
     * Why no answer of a reporter can be received, or nothing: what texts leave of the disk is kept for answers, among
     * others.
     */
    public Optional<NotNow> obstacleToAnswers() {
        return obstacles.stream()
                .map(Obstacle::now)
                .flatMap(Optional::stream)
                .filter(why -> why != NotNow.NO_ROOM)
                .findFirst();
    }

    /** Refuses with the obstacle's code if there is one. */
    public void require() {
        obstacle().ifPresent(why -> {
            throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, why.code());
        });
    }
}
