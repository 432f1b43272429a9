using CustomerUpdate.Api.Contracts.HelpScout;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using static CustomerUpdate.Api.Tests.Contracts.HelpScout.HelpScoutSamples;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>What operations mean for the shared customer.</summary>
public sealed class HelpScoutMappingTests
{
    [Fact]
    public void Every_path_writes_its_own_field()
    {
        var change = HelpScoutMapping.ToChange(Request(Read("every-path.json")));

        var expected = new CustomerChange
        {
            FirstName = "Vernon",
            LastName = "Bear",
            JobTitle = "CEO and Co-Founder",
            Location = "Greater Dallas/FT Worth Area",
            Organization = "Acme, Inc",
            PhotoUrl = "https://example.com/vernon.png",
            PhotoType = "instagram",
            Background = "I've worked with Vernon before and he's really great.",
            Age = "30-35",
            Gender = "Male",
            Address = new AddressChange
            {
                City = "Dallas",
                State = "TX",
                PostalCode = "74206",
                Country = "US",
                Lines = Optional<ValueList<string>>.Of(["123 West Main St", "Suite 123"]),
            },
            Entries =
            [
                new EntryEdit.Append(EntryKind.Email, "other", "bear@acme.com"),
                new EntryEdit.Replace(EntryKind.Email, 1, "home", "one@example.com"),
                Value(EntryKind.Email, 2, "two@example.com"),
                Type(EntryKind.Email, 2, "work"),
                new EntryEdit.Append(EntryKind.Phone, "pager", "(555) 222-3333"),
                new EntryEdit.Replace(EntryKind.Phone, 3, "fax", "555-3333"),
                Value(EntryKind.Phone, 4, "555-4444"),
                Type(EntryKind.Phone, 4, "mobile"),
                new EntryEdit.Append(EntryKind.Chat, "qq", "vernon"),
                new EntryEdit.Replace(EntryKind.Chat, 5, "aim", "five"),
                Value(EntryKind.Chat, 6, "six"),
                Type(EntryKind.Chat, 6, "xmpp"),
                new EntryEdit.Append(EntryKind.SocialProfile, "forsquare", "vernon"),
                new EntryEdit.Replace(EntryKind.SocialProfile, 7, "quora", "seven"),
                Value(EntryKind.SocialProfile, 8, "eight"),
                Type(EntryKind.SocialProfile, 8, "tungleme"),
                new EntryEdit.Append(EntryKind.Website, null, "https://acme.example"),
                new EntryEdit.Replace(EntryKind.Website, 9, Optional<string?>.Absent, "https://nine.example"),
                Value(EntryKind.Website, 10, "https://ten.example"),
            ],
        };
        Assert.Equal(expected, change);
    }

    [Fact]
    public void A_contract_may_write_exactly_what_its_paths_write() =>
        Assert.Equal(
            HelpScoutContract.Writable.Order(),
            HelpScoutMapping.ToChange(Request(Read("every-path.json"))).Fields.Select(field => field.Name).Order());

    [Theory]
    [InlineData("remove", null)]
    [InlineData("remove", "\"ignored\"")]
    [InlineData("replace", "null")]
    [InlineData("add", "null")]
    public void Removing_and_null_clear_a_field(string op, string? value)
    {
        foreach (var path in PatchPaths.All.Where(path => path is TextPath or LinesPath))
        {
            Assert.Equal(Cleared(path.Template), HelpScoutMapping.ToChange(Operation(op, path.Template, value)));
        }
    }

    [Fact]
    public void An_empty_text_clears_a_field() =>
        Assert.Equal(new CustomerChange { JobTitle = null }, HelpScoutMapping.ToChange(Operation("replace", "/jobTitle", "\"\"")));

    [Fact]
    public void Adding_sets_a_field() =>
        Assert.Equal(new CustomerChange { JobTitle = "CEO" }, HelpScoutMapping.ToChange(Operation("add", "/jobTitle", "\"CEO\"")));

    [Fact]
    public void An_entry_is_removed_by_its_id() =>
        Assert.Equal(
            new CustomerChange { Entries = [new EntryEdit.Remove(EntryKind.SocialProfile, 6)] },
            HelpScoutMapping.ToChange(Operation("remove", "/social-profiles/6", null)));

    [Fact]
    public void Of_two_writes_to_a_field_the_later_wins()
    {
        var request = Request("""
            [ {"op":"replace","path":"/age","value":"1"}, {"op":"remove","path":"/jobTitle"},
              {"op":"replace","path":"/age","value":"2"}, {"op":"replace","path":"/jobTitle","value":"CEO"} ]
            """);

        Assert.Equal(new CustomerChange { Age = "2", JobTitle = "CEO" }, HelpScoutMapping.ToChange(request));
    }

    [Fact]
    public void No_operations_change_nothing() => Assert.Equal(CustomerChange.None, HelpScoutMapping.ToChange(Request("[]")));

    [Fact]
    public void A_missing_entry_is_named_by_its_operation()
    {
        var request = Request("""
            [ {"op":"replace","path":"/age","value":"1"}, {"op":"remove","path":"/emails/1"},
              {"op":"remove","path":"/age"}, {"op":"replace","path":"/chats/2/value","value":"x"} ]
            """);
        var failure = Failure.Of(FailureKind.EntryNotFound) with { Problems = [new("0", "entry_not_found", ""), new("1", "entry_not_found", "")] };

        var restated = HelpScoutMapping.Restate(failure, request);

        Assert.Equal([("[1].path", "/emails/1"), ("[3].path", "/chats/2/value")], restated.Problems.Select(problem => (problem.Path, problem.Rejected)));
    }

    [Fact]
    public void A_unique_value_that_is_too_long_is_named_by_its_collection()
    {
        var failure = Failure.Invalid([new("email", "too_long", "is too long"), new("phone", "too_long", "is too long")]);

        var restated = HelpScoutMapping.Restate(failure, Request("[]"));

        Assert.Equal([("/emails", "Size"), ("/phones", "Size")], restated.Problems.Select(problem => (problem.Path, problem.Code)));
    }

    [Fact]
    public void Other_failures_stay_as_they_are()
    {
        var failure = Failure.Of(FailureKind.Busy);

        Assert.Same(failure, HelpScoutMapping.Restate(failure, Request("[]")));
    }

    private static EntryEdit.Replace Value(EntryKind kind, long id, string text) => new(kind, id, Optional<string?>.Absent, text);

    private static EntryEdit.Replace Type(EntryKind kind, long id, string text) => new(kind, id, text, Optional<string>.Absent);

    private static CustomerChange Cleared(string path) => path switch
    {
        "/firstName" => new() { FirstName = null },
        "/lastName" => new() { LastName = null },
        "/jobTitle" => new() { JobTitle = null },
        "/location" => new() { Location = null },
        "/organization" => new() { Organization = null },
        "/photoUrl" => new() { PhotoUrl = null },
        "/photoType" => new() { PhotoType = null },
        "/background" => new() { Background = null },
        "/age" => new() { Age = null },
        "/gender" => new() { Gender = null },
        "/address/city" => new() { Address = new() { City = null } },
        "/address/state" => new() { Address = new() { State = null } },
        "/address/postalCode" => new() { Address = new() { PostalCode = null } },
        "/address/country" => new() { Address = new() { Country = null } },
        "/address/lines" => new() { Address = new() { Lines = Optional<ValueList<string>>.Of([]) } },
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, null),
    };
}
