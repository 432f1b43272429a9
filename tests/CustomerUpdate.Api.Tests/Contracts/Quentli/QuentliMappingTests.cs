using CustomerUpdate.Api.Contracts.Quentli;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

public sealed class QuentliMappingTests
{
    [Fact]
    public void The_published_request_writes_every_member()
    {
        Assert.False(QuentliWire.Parse(QuentliWire.PublishedRequest).TryFailure(out var request, out _));

        var change = QuentliMapping.ToChange(request.Input.Value!.Data.Value!);

        Assert.Equal(
            new CustomerChange
            {
                Name = "Juan Perez",
                Email = "juan@example.com",
                Phone = "+525512345678",
                SecondaryPhone = "+525598765432",
                Username = "juan_perez_01",
                Password = "S3curePassw0rd!",
                Tags = (ValueList<string>)["VIP", "Colegiatura"],
                AcceptedServiceAgreement = true,
                TosIp = "189.203.12.45",
                Signature = "signed-by-customer",
                AssigneeId = "cmab12cd3000x1a2b3c4d5e6f",
                OptedOutWhatsappAt = (DateTimeOffset?)new DateTimeOffset(2025, 1, 15, 10, 30, 0, TimeSpan.Zero),
                HasChangedPassword = true,
                PhoneNumberVerified = true,
                EmailVerified = true,
                CustomAttributes = new BagEdit { MergeText = ValueMap<string>.Of([new("studentId", "A-1029"), new("grade", "5A")]) },
                Vendor = Own(new BagEdit
                {
                    Merge = ValueMap<BagValue>.Of([new("skipTaxInvoice", BagValue.Of(false)), new("replyWithAssistant", BagValue.Of(false))]),
                }),
            },
            change);
        Assert.All(change.Fields, field => Assert.Contains(field.Name, QuentliContract.Writable));
        Assert.All(QuentliContract.Writable, field => Assert.Contains(field, change.Fields.Select(written => written.Name)));
    }

    [Fact]
    public void What_is_not_sent_is_not_written() => Assert.Equal(CustomerChange.None, QuentliMapping.ToChange(QuentliWire.Data("{}")));

    [Fact]
    public void Null_clears_what_can_be_cleared() => Assert.Equal(
        new CustomerChange
        {
            Email = (string?)null,
            Phone = (string?)null,
            SecondaryPhone = (string?)null,
            TosIp = (string?)null,
            Signature = (string?)null,
            AssigneeId = (string?)null,
            OptedOutWhatsappAt = (DateTimeOffset?)null,
            Vendor = Own(new BagEdit { Remove = ["replyWithAssistant"] }),
        },
        QuentliMapping.ToChange(QuentliWire.Data(
            """
            { "email": null, "phoneNumber": null, "secondaryPhoneNumber": null, "tosIp": null, "signature": null, "assigneeId": null,
              "optedOutWhatsappAt": null, "replyWithAssistant": null }
            """)));

    [Fact]
    public void The_map_of_attributes_overwrites_the_list_and_the_last_in_the_list_wins()
    {
        var change = QuentliMapping.ToChange(QuentliWire.Data(
            """{ "meta": { "b": "map" }, "metadata": [{"key":"a","value":"1"},{"key":"a","value":"2"},{"key":"b","value":"list"}] }"""));

        Assert.Equal(ValueMap<string>.Of([new("a", "2"), new("b", "map")]), change.CustomAttributes.MergeText);
    }

    [Fact]
    public void Tags_are_a_set() =>
        Assert.Equal(["b", "a", "A"], QuentliMapping.ToChange(QuentliWire.Data("""{ "tags": ["b", "a", "b", "A"] }""")).Tags.Value);

    private static ValueMap<BagEdit> Own(BagEdit edit) => ValueMap<BagEdit>.Of([new("quentli", edit)]);
}
