package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsideTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/kerja",
                "/kerja/belum-ditelaah/12",
                "/kerja/penyisihan/0123456789abcdef0123456789abcdef",
                "/kerja/kasus/0123456789abcdef0123456789abcdef",
                "/audit",
                "/audit/kasus",
                "/audit/kasus/0123456789abcdef0123456789abcdef/beda"
            })
    void a_page_behind_the_door_may_be_gone_on_to(String page) {
        assertThat(Inside.pageOr("", page)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/kerja//evil.example",
                "https://evil.example",
                "/kerjasama",
                "/lapor",
                "/kerja/..",
                "/kerja?x=1",
                "/kerja/%2e%2e",
                "/kerja\n",
                "javascript:alert(1)",
                "/kerja/kunci",
                "/kerja/kasus/0123456789abcdef0123456789abcdef/isi/0123456789abcdef0123456789abcdef",
                "/audit/tabel",
                "/audit/log/wbs/ekspor",
                "/audit/kasus/0123456789abcdef0123456789abcdef/ekspor",
                "/audit/kasus/A"
            })
    void nothing_else_is(String address) {
        assertThat(Inside.pageOr("", address)).isEmpty();
        assertThat(Inside.pageOr("/kerja", address)).isEqualTo("/kerja");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audit", "/audit/kasus/0"})
    void who_stands_inside_begins_inside(String address) {
        assertThat(Inside.homeOf(address)).isEqualTo("/audit");
        assertThat(Inside.homeOf("/" + address)).isEqualTo("/");
    }
}
