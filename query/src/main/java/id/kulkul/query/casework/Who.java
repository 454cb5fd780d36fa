package id.kulkul.query.casework;

import id.kulkul.query.staff.Posts;
import java.util.UUID;

/**
 * A person of the office by the public post; who sent the case, and the office's own sweeper, are the zero id with an
 * empty post.
 */
public record Who(UUID person, String post) {
    /** A person by the post of today. */
    public static Who of(UUID person, Posts posts) {
        return new Who(person, posts.of(person));
    }
}
