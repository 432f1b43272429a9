using System.Collections.Frozen;

namespace CustomerUpdate.Core.Customers;

/// <summary>How a region's numbers are written at home.</summary>
/// <param name="CallingCode">The country calling code (ITU-T E.164), without a plus.</param>
/// <param name="TrunkPrefixes">What may stand before a national number and is no part of it; one of them at most does.</param>
/// <param name="Length">
/// The count of digits of a national number; null where lengths vary. Given where a national number may begin with the digits of the
/// trunk prefix, so that only the length tells whether the prefix is there.
/// </param>
internal sealed record DiallingPlan(string CallingCode, string[] TrunkPrefixes, int? Length = null);

/// <summary>
/// The calling code and the trunk prefix of every region. Sources: ITU-T E.164 (country codes), ITU-T E.129 (national numbering plans);
/// the regions are those that libphonenumber knows.
/// </summary>
internal static class CallingCodes
{
    // "code region region …", in the order of the codes.
    private const string WithZero = """
        20 EG; 27 ZA; 31 NL; 32 BE; 33 FR; 40 RO; 41 CH; 43 AT; 44 GB GG IM JE; 46 SE; 49 DE; 51 PE; 53 CU; 54 AR; 55 BR; 57 CO; 58 VE;
        60 MY; 61 AU CC CX; 62 ID; 63 PH; 64 NZ; 66 TH; 81 JP; 82 KR; 84 VN; 86 CN; 90 TR; 91 IN; 92 PK; 93 AF; 94 LK; 95 MM; 98 IR;
        211 SS; 212 MA EH; 213 DZ; 218 LY; 231 LR; 232 SL; 233 GH; 234 NG; 241 GA; 243 CD; 249 SD; 250 RW; 251 ET; 252 SO; 254 KE;
        255 TZ; 256 UG; 260 ZM; 261 MG; 262 RE YT; 263 ZW; 264 NA; 265 MW; 291 ER;
        353 IE; 355 AL; 358 FI AX; 359 BG; 373 MD; 374 AM; 377 MC; 380 UA; 381 RS; 382 ME; 383 XK; 385 HR; 386 SI; 387 BA; 389 MK;
        421 SK; 423 LI;
        508 PM; 590 GP BL MF; 591 BO; 593 EC; 594 GF; 595 PY; 596 MQ; 598 UY;
        686 KI;
        850 KP; 855 KH; 856 LA; 880 BD; 886 TW;
        961 LB; 962 JO; 963 SY; 964 IQ; 966 SA; 967 YE; 970 PS; 971 AE; 972 IL; 976 MN; 977 NP; 994 AZ; 995 GE; 996 KG
        """;

    // Where a number begins with a zero here, the zero is part of it (Italy's land lines, all of Côte d'Ivoire and Benin).
    private const string WithoutPrefix = """
        30 GR; 34 ES; 39 IT VA; 45 DK; 47 NO SJ; 48 PL; 52 MX; 56 CL; 65 SG;
        216 TN; 220 GM; 221 SN; 222 MR; 223 ML; 224 GN; 225 CI; 226 BF; 227 NE; 228 TG; 229 BJ; 230 MU; 235 TD; 236 CF; 237 CM; 238 CV;
        239 ST; 240 GQ; 242 CG; 244 AO; 245 GW; 246 IO; 247 AC; 248 SC; 253 DJ; 257 BI; 258 MZ; 266 LS; 267 BW; 268 SZ; 269 KM;
        290 SH TA; 297 AW; 298 FO; 299 GL;
        350 GI; 351 PT; 352 LU; 354 IS; 356 MT; 357 CY; 371 LV; 372 EE; 376 AD; 378 SM;
        420 CZ;
        500 FK; 501 BZ; 502 GT; 503 SV; 504 HN; 505 NI; 506 CR; 507 PA; 509 HT; 592 GY; 597 SR; 599 CW BQ;
        670 TL; 672 NF; 673 BN; 674 NR; 675 PG; 676 TO; 677 SB; 678 VU; 679 FJ; 680 PW; 681 WF; 682 CK; 683 NU; 685 WS; 687 NC; 688 TV;
        689 PF; 690 TK; 691 FM;
        852 HK; 853 MO;
        960 MV; 965 KW; 968 OM; 973 BH; 974 QA; 975 BT
        """;

    private const string NorthAmerica = "1 US AG AI AS BB BM BS CA DM DO GD GU JM KN KY LC MP MS PR SX TC TT VC VG VI";

    private static readonly FrozenDictionary<string, DiallingPlan> Plans = new[]
    {
        Read(WithZero, ["0"]),
        Read(WithoutPrefix, []),
        Read(NorthAmerica, ["1"], length: 10),
        Read("7 RU KZ", ["8"], length: 10),
        Read("36 HU", ["06"]),
        Read("370 LT", ["0", "8"], length: 8), // 8 until 2025
        Read("375 BY", ["80", "8", "0"], length: 9),
        Read("692 MH", ["1"], length: 7),
        Read("992 TJ; 998 UZ", ["8"], length: 9), // no longer dialled, still written
        Read("993 TM", ["8"], length: 8),
    }.SelectMany(plans => plans).ToFrozenDictionary();

    private static readonly FrozenDictionary<string, DiallingPlan> PlansByCode =
        Plans.Values.DistinctBy(plan => plan.CallingCode).ToFrozenDictionary(plan => plan.CallingCode);

    /// <summary>Every region, as ISO 3166 writes it (and AC, TA and XK, which it reserves).</summary>
    public static IEnumerable<string> Regions => Plans.Keys;

    /// <summary>How numbers are written in a region, or null where the region is not known.</summary>
    public static DiallingPlan? Find(string region) => Plans.GetValueOrDefault(region);

    /// <summary>The plan whose calling code a full number begins with, or null. No calling code begins with another.</summary>
    public static DiallingPlan? FindByNumber(string digits) =>
        Enumerable.Range(1, 3).Where(length => length <= digits.Length)
            .Select(length => PlansByCode.GetValueOrDefault(digits[..length])).FirstOrDefault(plan => plan is not null);

    private static IEnumerable<KeyValuePair<string, DiallingPlan>> Read(string table, string[] trunkPrefixes, int? length = null) =>
        from row in table.Split(';', StringSplitOptions.TrimEntries)
        let words = row.Split(' ')
        let plan = new DiallingPlan(words[0], trunkPrefixes, length)
        from region in words.Skip(1)
        select KeyValuePair.Create(region, plan);
}
