using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Storage.Searching;
using CustomerUpdate.Core.Customers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerUpdate.Api.Tests.Storage.Searching;

/// <summary>What of a customer is searched, and in which form.</summary>
public sealed class SearchTermTests
{
    private static readonly EntryList Email = new() { Entries = [new Entry(1, "work", "A@B@Example.COM ", "a@b@example.com")] };

    [Fact]
    public void A_text_is_cut_and_folded_onto_one_line()
    {
        Assert.Equal("äöü ß", SearchText.Fold("ÄÖÜ\nß"));
        Assert.Equal(new string('a', 200), SearchText.Fold(new string('A', 201)));
        Assert.Equal(new string('a', 199), SearchText.Fold(new string('A', 199) + "😀"));
    }

    [Fact]
    public void Values_of_which_there_may_be_several_are_terms() => Assert.Equal(
        [
            new SearchTerm(TermFields.PhoneKey, "", "+1"), new SearchTerm(TermFields.PhoneText, "", "(1)"),
            new SearchTerm(TermFields.Email, "", "a@b@example.com "), new SearchTerm(TermFields.Domain, "", "example.com"),
            new SearchTerm(TermFields.Tag, "", "vip"),
            new SearchTerm(TermFields.Attribute, "Key", "10.50", 10.5m), new SearchTerm(TermFields.Attribute, "list", "[1,\"a\"]"),
        ],
        SearchTerm.Of(new Profile
        {
            Phones = new EntryList { Entries = [new Entry(1, "work", "(1)", "+1"), new Entry(2, "home", "(1)", "+1")] },
            Emails = Email,
            Tags = ["VIP", "vip"],
            CustomAttributes = ValueMap<BagValue>.Of(
            [
                new("Key", BagValue.Of("10.50")), new("list", Profiles.Parse("[1,\"A\"]")), new("none", BagValue.Null), new(new string('k', 513), BagValue.Of("x")),
            ]),
        }));

    [Theory]
    [InlineData("12", "12")]
    [InlineData(" -1.50 ", "-1.5")]
    [InlineData("1e3", "1000")]
    [InlineData("1,000", null)]
    [InlineData("", null)]
    [InlineData("true", null)]
    [InlineData("1e99", null)]
    public void A_text_reads_as_a_number_or_not(string text, string? expected) =>
        Assert.Equal(expected is null ? null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), SearchTerm.NumberOf(text));

    [Fact]
    public void The_text_of_a_number_sorts_as_the_number_and_reads_back() => Prop.ForAll(
        ArbMap.Default.ArbFor<decimal>(),
        ArbMap.Default.ArbFor<decimal>(),
        (one, other) => SortableNumber.Read(SortableNumber.Write(one)) == one
            && Math.Sign(string.CompareOrdinal(SortableNumber.Write(one), SortableNumber.Write(other))) == one.CompareTo(other))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_greatest_and_the_smallest_numbers_have_texts()
    {
        foreach (var number in new[] { decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, -0.0000000000000000000000000001m, 0m })
        {
            Assert.Equal(number, SortableNumber.Read(SortableNumber.Write(number)));
        }
    }
}
