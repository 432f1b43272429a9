using System.Text;
using System.Text.Json;
using CustomerUpdate.Api.Contracts.Quentli;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

public sealed class QuentliResponseTests
{
    private static readonly Guid Organization = new("3c90c3cc-0d44-4b50-8888-8dd25736052a");

    [Fact]
    public void A_customer_of_whom_nothing_is_known_is_shown_with_explicit_nulls() => Assert.Equal(
        """
        {"id":"cm1","createdAt":"2026-01-02T03:04:05.678Z","updatedAt":"2026-01-02T03:04:06.000Z","name":null,"username":null,
        "organizationId":"3c90c3cc-0d44-4b50-8888-8dd25736052a","acceptedServiceAgreement":false,"skipTaxInvoice":false,"emailVerified":false,
        "phoneNumberVerified":false,"hasChangedPassword":false,"email":null,"phoneNumber":null,"secondaryPhoneNumber":null,"archivedAt":null,
        "archivedById":null,"signatureAcceptedAt":null,"optedOutWhatsappAt":null,"optedInWhatsappAt":null,"startedWhatsappAt":null,
        "replyWithAssistant":null,"metadata":[],"meta":{}}
        """.ReplaceLineEndings(""),
        Shown(new Profile { References = [new Reference("quentli", "cm1")] }));

    [Fact]
    public void A_customer_of_whom_all_is_known_is_shown_whole()
    {
        var time = new DateTimeOffset(2025, 1, 15, 10, 30, 0, TimeSpan.Zero);
        var shown = Shown(new Profile
        {
            Name = new PersonName("Juan Perez", "Juan", "Perez"),
            Username = "juan",
            Emails = new EntryList { Entries = [new Entry(1, "work", "other@example.com"), new Entry(2, "work", "juan@example.com")], PrimaryId = 2 },
            Phones = new EntryList { Entries = [new Entry(3, "work", "+521"), new Entry(4, "home", "+522")], PrimaryId = 4, SecondaryId = 3 },
            Tags = ["hidden-tag"],
            AssigneeId = "hidden-assignee",
            PasswordHash = "hidden-hash",
            CustomAttributes = ValueMap<BagValue>.Of([new("z", BagValue.Of("text")), new("b", BagValue.Of(true)), new("B", BagValue.Null)]),
            Consent = new Consent
            {
                AcceptedServiceAgreement = true,
                TosIp = "hidden-ip",
                Signature = "hidden-signature",
                SignatureAcceptedAt = time,
                OptedOutWhatsappAt = time.AddDays(1),
                OptedInWhatsappAt = time.AddDays(2),
                StartedWhatsappAt = time.AddDays(3),
            },
            Verification = new Verification { EmailVerified = true, PhoneNumberVerified = true, HasChangedPassword = true },
            ArchivedAt = time.AddDays(4),
            ArchivedById = "u_1",
            Vendor = ValueMap<ValueMap<BagValue>>.Of(
                [new("quentli", ValueMap<BagValue>.Of([new("skipTaxInvoice", BagValue.Of(true)), new("replyWithAssistant", BagValue.Of(false))]))]),
            References = [new Reference("helpscout", "100"), new Reference("quentli", "cm1")],
        });

        Assert.Equal(
            """
            {"id":"cm1","createdAt":"2026-01-02T03:04:05.678Z","updatedAt":"2026-01-02T03:04:06.000Z","name":"Juan Perez","username":"juan",
            "organizationId":"3c90c3cc-0d44-4b50-8888-8dd25736052a","acceptedServiceAgreement":true,"skipTaxInvoice":true,"emailVerified":true,
            "phoneNumberVerified":true,"hasChangedPassword":true,"email":"juan@example.com","phoneNumber":"+522","secondaryPhoneNumber":"+521",
            "archivedAt":"2025-01-19T10:30:00.000Z","archivedById":"u_1","signatureAcceptedAt":"2025-01-15T10:30:00.000Z",
            "optedOutWhatsappAt":"2025-01-16T10:30:00.000Z","optedInWhatsappAt":"2025-01-17T10:30:00.000Z",
            "startedWhatsappAt":"2025-01-18T10:30:00.000Z","replyWithAssistant":false,
            "metadata":[{"key":"B","value":"null"},{"key":"b","value":"true"},{"key":"z","value":"text"}],"meta":{"B":"null","b":"true","z":"text"}}
            """.ReplaceLineEndings(""),
            shown);
    }

    [Fact]
    public void The_members_are_the_published_ones_in_the_published_order()
    {
        var published = JsonDocument.Parse(QuentliWire.PublishedResponse).RootElement.GetProperty("customer");

        Assert.Equal(QuentliWire.NamesOf(published), QuentliWire.NamesOf(JsonDocument.Parse(Shown(new Profile())).RootElement));
    }

    private static string Shown(Profile profile)
    {
        var customer = new Customer
        {
            TenantId = Guid.Empty,
            Id = Guid.Empty,
            Version = 1,
            CreatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero),
            UpdatedAt = new DateTimeOffset(2026, 1, 2, 4, 4, 6, TimeSpan.FromHours(1)),
            Profile = profile,
        };
        return Encoding.UTF8.GetString(
            Answer.Of(200, QuentliMapping.ToCustomer(customer, Organization), QuentliJson.Default.QuentliCustomer).Body.Span);
    }
}
