package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.VaultKeys;
import id.kulkul.web.life.Ends;
import id.kulkul.web.life.Lives;
import id.kulkul.web.life.Rounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

@Timeout(60)
class HoldingsRoundsTest {
    private final Lives lives = Ends.quick();
    private final HeldCase held = new HeldCase();

    @AfterEach
    void stop() {
        lives.destroy();
    }

    @Test
    void damage_is_told_once_by_its_number_and_once_more_when_it_is_over(@TempDir Path folder) throws Exception {
        try (var vault = new SqliteVault(folder.resolve("vault.db"));
                var log = new LoggedLines(HoldingsRounds.class)) {
            var blobs = new FileBlobs(folder.resolve("blobs"));
            blobs.keep(held.parcel.blob());
            var cases = new CaseVault(UUID.randomUUID(), VaultKeys.create(folder.resolve("keys")), vault);
            held.keepIn(cases);
            var row = vault.find(CaseVault.firstRows(held.id).getLast()).orElseThrow();
            vault.delete(row.id());
            Path ciphertext =
                    folder.resolve("blobs/waiting").resolve(held.address().hex());
            byte[] whole = Files.readAllBytes(ciphertext);
            Files.write(ciphertext, new byte[] {1});
            var dies = new AtomicBoolean(true);
            var rounds = new HoldingsRounds(
                    held, blobs, vault, cases, new Rounds(() -> true, lives), 10, DataSize.ofKilobytes(64));
            rounds.begin(
                    event -> {
                        if (dies.getAndSet(false)) throw new LinkageError("as a test");
                        return true;
                    },
                    Set.of());
            Awaited.until(() -> rounds.damage().equals(new HoldingsDamage(1, 0, 0, 1)));
            Awaited.until(() -> log.last().contains("1 rows are missing and 0 altered"));
            assertThat(log.last()).contains("of the ciphertexts 0 are missing and 1 altered");
            vault.write(List.of(row));
            Files.write(ciphertext, whole);
            Awaited.until(() -> log.last().contains("hold again"));
            assertThat(rounds.damage().isNone()).isTrue();
            assertThat(log.lines()).doesNotHaveDuplicates();
            assertThat(lives.restarts()).containsExactly(Map.entry("holdings", 1));
        }
    }
}
