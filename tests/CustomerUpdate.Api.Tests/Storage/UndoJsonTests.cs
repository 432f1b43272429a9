using CustomerUpdate.Api.Storage.Documents;
using CustomerUpdate.Core.Customers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerUpdate.Api.Tests.Storage;

public sealed class UndoJsonTests
{
    [Fact]
    public void Any_change_can_be_undone_exactly_but_for_the_password() =>
        Prop.ForAll(Profiles.Any.Zip(Profiles.Any).ToArbitrary(), pair =>
        {
            var (before, after) = pair;
            return UndoJson.Apply(after, UndoJson.Write(before, after)) == before with { PasswordHash = after.PasswordHash };
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void What_is_the_same_is_not_kept() => Assert.Equal(
        """{"username":"ada","jobTitle":null}""",
        UndoJson.Write(new Profile { Username = "ada", Age = "36" }, new Profile { JobTitle = "Engineer", Age = "36" }));

    [Fact]
    public void Values_of_bags_differ_where_their_texts_do()
    {
        var (before, after) = (Bag("0.1"), Bag("0.10"));

        Assert.Equal(before, UndoJson.Apply(after, UndoJson.Write(before, after)));

        static Profile Bag(string number) => new() { CustomAttributes = ValueMap<BagValue>.Empty.Set("n", Profiles.Parse(number)) };
    }

    [Fact]
    public void Passwords_are_neither_kept_nor_brought_back()
    {
        var (before, after) = (new Profile { PasswordHash = "old-hash" }, new Profile { PasswordHash = "new-hash", Age = "36" });

        var undo = UndoJson.Write(before, after);

        Assert.Equal("""{"age":null}""", undo);
        Assert.Equal(new Profile { PasswordHash = "new-hash" }, UndoJson.Apply(after, undo));
    }
}
