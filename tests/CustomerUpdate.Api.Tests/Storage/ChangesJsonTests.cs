using System.Text.Json;
using CustomerUpdate.Api.Storage.Documents;
using CustomerUpdate.Core.Customers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerUpdate.Api.Tests.Storage;

public sealed class ChangesJsonTests
{
    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_written_as_the_canonical_customer_shows_it(object? value, string expected) => Assert.Equal(
        $$"""[{"field":"/x","before":null,"after":{{expected}}}]""",
        ChangesJson.Write([new FieldChange("/x", null, value)]));

    public static TheoryData<object?, string> Values => new()
    {
        { null, "null" },
        { "Ana \"é\"", """
            "Ana \"é\""
            """ },
        { true, "true" },
        { new DateTimeOffset(2026, 3, 4, 5, 6, 7, 89, TimeSpan.FromHours(2)), "\"2026-03-04T03:06:07.089Z\"" },
        { ValueList.Of(["VIP", "new"]), """["VIP","new"]""" },
        { Profiles.Parse("""{"b":1e2,"a":[]}"""), """{"a":[],"b":100}""" },
        { ValueMap<BagValue>.Empty.Set("k", BagValue.Null), """{"k":null}""" },
        { ValueList.Of([new Entry(1, "work", "A@b", "a@b"), new Entry(2, null, "c")]), """[{"id":1,"type":"work","value":"A@b"},{"id":2,"type":null,"value":"c"}]""" },
        { ValueList.Of([new Reference("helpscout", "100")]), """[{"contract":"helpscout","value":"100"}]""" },
        { new Address { Lines = ["1 Main"], City = "X" }, """{"lines":["1 Main"],"city":"X","state":null,"postalCode":null,"country":null}""" },
        {
            new Consent { TosIp = "::1" },
            """{"acceptedServiceAgreement":false,"tosIp":"::1","signature":null,"signatureAcceptedAt":null,"optedOutWhatsappAt":null,"optedInWhatsappAt":null,"startedWhatsappAt":null}"""
        },
        { new Verification { EmailVerified = true }, """{"emailVerified":true,"phoneNumberVerified":false,"hasChangedPassword":false}""" },
    };

    [Fact]
    public void Websites_have_no_type() => Assert.Equal(
        """[{"field":"/websites","before":[],"after":[{"id":1,"value":"https://example.com"}]}]""",
        ChangesJson.Write([new FieldChange("/websites", ValueList<Entry>.Empty, ValueList.Of([new Entry(1, null, "https://example.com")]))]));

    [Fact]
    public void Any_difference_can_be_written_and_no_password_is_in_it() =>
        Prop.ForAll(Profiles.Any.Zip(Profiles.Any).ToArbitrary(), pair =>
        {
            var (before, after) = (pair.Item1 with { PasswordHash = "old-hash" }, pair.Item2 with { PasswordHash = "new-hash" });
            var json = ChangesJson.Write(CustomerField.All.SelectMany(field => field.Compare(before, after)));
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array && !json.Contains("-hash", StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20260102, 7));
}
