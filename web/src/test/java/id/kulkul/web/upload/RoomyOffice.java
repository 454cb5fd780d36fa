package id.kulkul.web.upload;

import id.kulkul.web.channel.FixedOffice;
import id.kulkul.web.channel.Office;
import id.kulkul.web.settings.Settings;
import id.kulkul.web.store.DiskRoom;
import id.kulkul.web.store.Homes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;
import reactor.core.scheduler.Schedulers;

/** An office whose disk takes attachments, a few bytes of them a day, on the thread of the test. */
public final class RoomyOffice {
    public static final int A_DAY = 100_000;

    public final Office office = FixedOffice.office();
    public final NotedBlobs blobs = new NotedBlobs();
    public final Attachments attachments;

    public RoomyOffice(Path home) throws IOException {
        Homes homes = new Homes(home, null, false);
        MockEnvironment settings = new MockEnvironment();
        settings.setProperty("kulkul.spare", "0B");
        settings.setProperty("kulkul.attachments-a-day", A_DAY + "B");
        attachments = new Attachments(
                blobs,
                new DiskRoom(homes.data(), DataSize.ofBytes(0)),
                homes,
                Clock.systemUTC(),
                Settings.of(settings));
    }

    public Uploads uploads() {
        return new Uploads(attachments, Schedulers.immediate(), Schedulers.immediate());
    }

    public boolean isUsedUp() {
        return attachments.seen().equals(java.util.Optional.of("upload/attachments-today"));
    }
}
