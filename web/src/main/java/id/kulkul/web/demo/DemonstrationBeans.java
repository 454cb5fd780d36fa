package id.kulkul.web.demo;

import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.web.MovableClock;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.log.CheckpointSigner;
import id.kulkul.web.report.FictionalReports;
import id.kulkul.web.settings.DemonstrationOnly;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the demonstration, and only when it was asked for. */
@Configuration(proxyBeanMethods = false)
@DemonstrationOnly
class DemonstrationBeans {
    @Bean
    static Demonstration demonstration(
            MovableClock clock,
            FictionalReports reports,
            Blobs blobs,
            CaseVault vault,
            Acts acts,
            CheckpointSigner signer) {
        return new Demonstration(clock, reports, new Script.Shelf(blobs, vault), acts, signer);
    }
}
