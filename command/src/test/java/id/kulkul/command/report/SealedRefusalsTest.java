package id.kulkul.command.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.kulkul.command.sealed.SealedRefusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealedRefusalsTest {
    @ParameterizedTest
    @EnumSource
    void aReportHasItsOwnCodeForEveryRefusalOfSealedItems(SealedRefusal refusal) {
        assertEquals(refusal.name(), ReportRejection.of(refusal).name());
    }
}
