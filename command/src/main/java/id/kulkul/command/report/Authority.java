package id.kulkul.command.report;

/** To whom a report is handed over. */
public enum Authority {
    PROVINCE_INSPECTORATE,
    KPK,
    POLICE,
    PROSECUTOR,
    OMBUDSMAN,
    LPSK
}
