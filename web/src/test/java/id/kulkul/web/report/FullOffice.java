package id.kulkul.web.report;

import id.kulkul.crypto.vault.Blobs;
import id.kulkul.web.channel.FixedOffice;
import id.kulkul.web.channel.Office;
import id.kulkul.web.page.Lease;
import id.kulkul.web.settings.Settings;
import id.kulkul.web.store.DiskRoom;
import id.kulkul.web.store.Homes;
import id.kulkul.web.upload.Attachments;
import id.kulkul.web.upload.EmptyBlobs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

/** An office that takes texts, and whose disk has no room for a single attachment. */
final class FullOffice {
    private final Office office = FixedOffice.office();
    private final Blobs blobs;
    private final Attachments attachments;

    FullOffice(Path home) throws IOException {
        this(home, 0);
    }

    /** One with that much room, which keeps nothing all the same. */
    FullOffice(Path home, long room) throws IOException {
        blobs = new EmptyBlobs(() -> room);
        Homes homes = new Homes(home, null, false);
        DiskRoom disk = new DiskRoom(homes.data(), DataSize.ofBytes(0));
        MockEnvironment settings = new MockEnvironment();
        attachments = new Attachments(blobs, disk, homes, Clock.systemUTC(), Settings.of(settings));
    }

    ReportIntake intake(Lease lease) {
        return new ReportIntake(office, attachments, lease);
    }

    /** What is kept of a form, but for its secret, which may be a random one. */
    static List<String> typed(ReportForm form) {
        List<String> typed = new ArrayList<>(
                List.of(form.getCategory(), form.getBody(), form.getIdentityName(), form.getIdentityContact()));
        typed.addAll(form.getExcluded());
        form.getErrors().forEach(mistake -> typed.add(mistake.toString()));
        return typed;
    }
}
