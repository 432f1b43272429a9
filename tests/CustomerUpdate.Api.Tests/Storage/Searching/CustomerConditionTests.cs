using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using static CustomerUpdate.Core.Searching.CustomerFilter;

namespace CustomerUpdate.Api.Tests.Storage.Searching;

public sealed class CustomerConditionTestsOnPostgres() : CustomerConditionTests("postgres");

public sealed class CustomerConditionTestsOnSqlite() : CustomerConditionTests("sqlite");

/// <summary>Each condition finds whom it names, and its opposite all others, those without a value among them.</summary>
public abstract class CustomerConditionTests(string engine) : SearchTests(engine)
{
    /// <summary>The fields of one value, and how it is put into a profile.</summary>
    private static readonly Dictionary<TextField, Func<string, Profile>> OneValue = new()
    {
        [TextField.Name] = text => new Profile { Name = new PersonName(text, null, null) },
        [TextField.FirstName] = text => new Profile { Name = new PersonName(null, text, null) },
        [TextField.LastName] = text => new Profile { Name = new PersonName(null, null, text) },
        [TextField.Email] = text => new Profile { Emails = Entries(text) },
        [TextField.AnyEmail] = text => new Profile { Emails = Entries($"x{text}", text) },
        [TextField.AnyEmailDomain] = text => new Profile { Emails = Entries("x", $"x@{text}") },
        [TextField.Phone] = text => new Profile { Phones = Entries(text) },
        [TextField.AnyPhone] = text => new Profile { Phones = Entries($"x{text}", text) },
        [TextField.Username] = text => new Profile { Username = text },
        [TextField.Identifier] = text => new Profile { Identifier = text },
        [TextField.Organization] = text => new Profile { Organization = text },
        [TextField.Company] = text => new Profile { ProfileAttributes = ValueMap<BagValue>.Empty.Set("company_name", BagValue.Of(text)) },
        [TextField.City] = text => new Profile { ProfileAttributes = ValueMap<BagValue>.Empty.Set("city", BagValue.Of(text)) },
        [TextField.Country] = text => new Profile { ProfileAttributes = ValueMap<BagValue>.Empty.Set("country", BagValue.Of(text)) },
        [TextField.CountryCode] = text => new Profile { ProfileAttributes = ValueMap<BagValue>.Empty.Set("country_code", BagValue.Of(text)) },
        [TextField.Any] = text => new Profile { Emails = Entries("x", text) },
    };

    public static TheoryData<TextField> Fields => new(Enum.GetValues<TextField>());

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_text_is_the_value_begins_with_it_or_has_it_in_it(TextField field)
    {
        var profile = OneValue[field];
        await AddAsync(
            profile("ÄRGER_100%"), profile("ärger_100%ig"), profile("ärgerx100x"), new Profile(), profile("\\*?\"'"), profile("ärgfs"));

        await AssertFindsAsync("A", new Text(field, TextMatch.Equal, "ärger_100%"));
        await AssertFindsAsync("AB", new Text(field, TextMatch.Prefix, "ÄRGER_"));
        await AssertFindsAsync("ABC", new Text(field, TextMatch.Prefix, "ärge"));
        await AssertFindsAsync("AB", new Text(field, TextMatch.Part, "R_100%"));
        await AssertFindsAsync("ABC", new Text(field, TextMatch.Part, "rger"));
        await AssertFindsAsync("", new Text(field, TextMatch.Part, "%r%"));
        await AssertFindsAsync("", new Text(field, TextMatch.Equal, "ärg"));
        await AssertFindsAsync("E", new Text(field, TextMatch.Part, "\\*"));
        await AssertFindsAsync("E", new Text(field, TextMatch.Prefix, "\\*?\""));
        await AssertFindsAsync("E", new Text(field, TextMatch.Part, "'"));
        await AssertFindsAsync("ABCEF", new HasText(field));
    }

    [Fact]
    public async Task An_empty_text_is_a_text_but_there_is_none()
    {
        await AddAsync(new Profile { Organization = "" }, new Profile { Organization = "x" }, new Profile());

        await AssertFindsAsync("B", new HasText(TextField.Organization));
        await AssertFindsAsync("A", new Text(TextField.Organization, TextMatch.Equal, ""));
        await AssertFindsAsync("AB", new Text(TextField.Organization, TextMatch.Prefix, ""));
        await AssertFindsAsync("AB", new Text(TextField.Organization, TextMatch.Part, ""));
    }

    [Fact]
    public async Task The_last_code_points_bound_a_prefix_too()
    {
        await AddAsync(
            new Profile { Organization = "a\U0010FFFF" }, new Profile { Organization = "a\U0010FFFFb" }, new Profile { Organization = "b" },
            new Profile { Organization = "\U0010FFFF" }, new Profile { Organization = "a\uD7FFz" }, new Profile { Organization = "a\uE000" });

        await AssertFindsAsync("AB", new Text(TextField.Organization, TextMatch.Prefix, "a\U0010FFFF"));
        await AssertFindsAsync("D", new Text(TextField.Organization, TextMatch.Prefix, "\U0010FFFF"));
        await AssertFindsAsync("E", new Text(TextField.Organization, TextMatch.Prefix, "a\uD7FF"));
    }

    [Fact]
    public async Task Any_text_is_the_name_an_address_or_a_number_and_nothing_else()
    {
        await AddAsync(
            new Profile { Name = new PersonName("Needle One", null, null) },
            new Profile { Emails = Entries("x@y", "needle@y") },
            new Profile { Phones = new EntryList { Entries = [new Entry(1, "work", "(0) 1", "needle1")] } },
            new Profile { Organization = "needle", Identifier = "needle", Name = new PersonName(null, "needle", null) });

        await AssertFindsAsync("ABC", new Text(TextField.Any, TextMatch.Part, "EEDLE"));
        await AssertFindsAsync("ABC", new Text(TextField.Any, TextMatch.Prefix, "needle"));
        await AssertFindsAsync("C", new Text(TextField.Any, TextMatch.Equal, "needle1"));
        await AssertFindsAsync("C", new Text(TextField.Any, TextMatch.Equal, "(0) 1"));
        await AssertFindsAsync("C", new PhoneKey("needle1"));
    }

    [Fact]
    public async Task Texts_are_compared_by_what_is_searched_of_them()
    {
        var start = new string('a', 200);
        await AddAsync(new Profile { Name = new PersonName(start + "b", null, null) }, new Profile { Name = new PersonName(start[..199], null, null) });

        await AssertFindsAsync("A", new Text(TextField.Name, TextMatch.Equal, start + "c"));
        await AssertFindsAsync("", new Text(TextField.Name, TextMatch.Part, "ab"));
        await AssertFindsAsync("AB", new Text(TextField.Name, TextMatch.Prefix, start[..199]));
    }

    [Fact]
    public async Task A_captured_attribute_is_a_text_unless_it_is_a_list_or_an_object()
    {
        await AddAsync(
            new Profile { ProfileAttributes = Bag(("city", "12")) }, new Profile { ProfileAttributes = Bag(("city", "[12]")) },
            new Profile { ProfileAttributes = Bag(("city", "null")) });

        await AssertFindsAsync("A", new Text(TextField.City, TextMatch.Part, "12"));
        await AssertFindsAsync("A", new HasText(TextField.City));
    }

    [Fact]
    public async Task Tags_are_found_without_regard_to_case()
    {
        await AddAsync(new Profile { Tags = ["VIP", "vip", "été"] }, new Profile { Tags = ["vips"] }, new Profile());

        await AssertFindsAsync("A", new Tagged("Vip"));
        await AssertFindsAsync("A", new Tagged("ÉTÉ"));
        await AssertFindsAsync("", new Tagged("vi"));
        await AssertFindsAsync("AB", new Tagged(null));
    }

    [Fact]
    public async Task Attributes_are_found_by_their_text()
    {
        await AddAsync(
            new Profile { CustomAttributes = Bag(("plan", "\"Gold_Plus\"")) }, new Profile { CustomAttributes = Bag(("plan", """{"a":[1,"X"]}""")) },
            new Profile { CustomAttributes = Bag(("plan", "null")) }, new Profile { CustomAttributes = Bag(("Plan", "\"gold_plus\"")) },
            new Profile { CustomAttributes = Bag(("plan", "true")) });

        await AssertFindsAsync("A", new AttributeText("plan", TextMatch.Equal, "gold_plus"));
        await AssertFindsAsync("A", new AttributeText("plan", TextMatch.Prefix, "GOLD_"));
        await AssertFindsAsync("A", new AttributeText("plan", TextMatch.Part, "_"));
        await AssertFindsAsync("B", new AttributeText("plan", TextMatch.Equal, """{"a":[1,"X"]}"""));
        await AssertFindsAsync("E", new AttributeText("plan", TextMatch.Equal, "TRUE"));
        await AssertFindsAsync("ABE", new HasAttribute("plan"));
        await AssertFindsAsync("", new HasAttribute(new string('k', 513)));
    }

    [Fact]
    public async Task Attributes_are_compared_as_numbers()
    {
        await AddAsync(
            new Profile { CustomAttributes = Bag(("n", "-10.5")) }, new Profile { CustomAttributes = Bag(("n", "\"9\"")) },
            new Profile { CustomAttributes = Bag(("n", "10")) }, new Profile { CustomAttributes = Bag(("n", "\"ten\"")) },
            new Profile { CustomAttributes = Bag(("n", "79228162514264337593543950334")) }, new Profile(),
            new Profile { CustomAttributes = Bag(("n", "79228162514264337593543950335"), ("other", "9")) });

        await AssertFindsAsync("AB", new AttributeNumber("n", Comparison.Less, 10));
        await AssertFindsAsync("ABC", new AttributeNumber("n", Comparison.LessOrEqual, 10.0m));
        await AssertFindsAsync("EG", new AttributeNumber("n", Comparison.Greater, 10));
        await AssertFindsAsync("CEG", new AttributeNumber("n", Comparison.GreaterOrEqual, 10));
        await AssertFindsAsync("G", new AttributeNumber("n", Comparison.Greater, 79228162514264337593543950334m));
        await AssertFindsAsync("A", new AttributeNumber("n", Comparison.Less, -10.4m));
        await AssertFindsAsync("", new AttributeNumber("n", Comparison.Less, -10.5m));
    }

    [Fact]
    public async Task Times_are_compared_to_the_microsecond()
    {
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)).AddMicroseconds(6);
        var made = await AddAsync(
            new Profile { LastSeenAt = at }, new Profile { LastSeenAt = at.AddMicroseconds(1) }, new Profile { LastSeenAt = at.AddYears(-9) }, new Profile());

        await AssertFindsAsync("C", new Time(TimeField.LastSeenAt, Comparison.Less, at));
        await AssertFindsAsync("AC", new Time(TimeField.LastSeenAt, Comparison.Less, at.AddTicks(1)));
        await AssertFindsAsync("AC", new Time(TimeField.LastSeenAt, Comparison.LessOrEqual, at.AddTicks(9)));
        await AssertFindsAsync("B", new Time(TimeField.LastSeenAt, Comparison.Greater, at.AddTicks(9)));
        await AssertFindsAsync("B", new Time(TimeField.LastSeenAt, Comparison.GreaterOrEqual, at.AddTicks(1)));
        await AssertFindsAsync("AB", new Time(TimeField.LastSeenAt, Comparison.GreaterOrEqual, at));
        await AssertFindsAsync("ABC", new Time(TimeField.LastSeenAt, Comparison.Less, DateTimeOffset.MaxValue));
        await AssertFindsAsync("ABC", new Time(TimeField.LastSeenAt, Comparison.Greater, DateTimeOffset.MinValue));
        foreach (var field in new[] { TimeField.CreatedAt, TimeField.UpdatedAt })
        {
            await AssertFindsAsync("A", new Time(field, Comparison.Less, made[1].CreatedAt));
            await AssertFindsAsync("BCD", new Time(field, Comparison.GreaterOrEqual, made[1].UpdatedAt));
        }
    }

    [Fact]
    public async Task Conditions_are_put_together()
    {
        await AddAsync(
            new Profile { Organization = "a", Blocked = true }, new Profile { Organization = "b" },
            new Profile { Tags = ["x"] }, new Profile { Organization = "b", Tags = ["x"] });
        var (a, b, tagged) = (Is("a"), Is("b"), new Tagged("x"));

        await AssertFindsAsync("ABCD", None);
        await AssertFindsAsync("", new Some([]));
        await AssertFindsAsync("D", new Every([b, tagged]));
        await AssertFindsAsync("BCD", new Some([b, tagged]));
        await AssertFindsAsync("AC", new Some([new Every([new Not(b), tagged]), a]));
        await AssertFindsAsync("B", new Every([new Not(new Some([a, tagged])), new Not(new Not(b))]));
        await AssertFindsAsync("A", new Blocked(true));
        await AssertFindsAsync("BCD", new Blocked(false));
        await AssertFindsAsync("A", new Some([.. Enumerable.Range(0, 200).Select(number => Is($"{number}")), a]));

        static CustomerFilter Is(string text) => new Text(TextField.Organization, TextMatch.Equal, text);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("a\uD800")]
    public async Task What_no_database_can_hold_nobody_has(string value)
    {
        await AddAsync(new Profile { Name = new PersonName("a", null, null) });

        await AssertFindsAsync("", new Text(TextField.Name, TextMatch.Part, value));
        await AssertFindsAsync("", new Text(TextField.AnyEmailDomain, TextMatch.Prefix, value));
        await AssertFindsAsync("", new Tagged(value));
        await AssertFindsAsync("", new PhoneKey(value));
        await AssertFindsAsync("", new AttributeText("a", TextMatch.Equal, value));
        await AssertFindsAsync("", new AttributeText(value, TextMatch.Equal, "a"));
        await AssertFindsAsync("", new AttributeNumber(value, Comparison.Less, 1));
        await AssertFindsAsync("", new HasAttribute(value));
    }
}
