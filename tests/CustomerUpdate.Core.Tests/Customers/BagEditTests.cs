using CustomerUpdate.Core.Customers;
using static CustomerUpdate.Core.Tests.Acme;

namespace CustomerUpdate.Core.Tests.Customers;

public class BagEditTests
{
    private static readonly ValueMap<BagValue> Stored = Bag(("plan", "\"gold\""), ("seats", "5"), ("nested", """{"a":1}"""));

    [Fact]
    public void No_edit_keeps_the_bag()
    {
        Assert.True(BagEdit.None.IsNone);
        Assert.Equal(Stored, BagEdit.None.Apply(Stored));
    }

    [Fact]
    public void Replacing_keeps_nothing()
    {
        Assert.Equal(Bag(("new", "1")), new BagEdit { ReplaceWith = Bag(("new", "1")) }.Apply(Stored));
        Assert.Empty(new BagEdit { ReplaceWith = ValueMap<BagValue>.Empty }.Apply(Stored));
        Assert.False(new BagEdit { ReplaceWith = ValueMap<BagValue>.Empty }.IsNone);
    }

    [Fact]
    public void Merging_is_shallow()
    {
        var merged = new BagEdit { Merge = Bag(("nested", """{"b":2}"""), ("new", "null")) }.Apply(Stored);

        Assert.Equal(Stored.Set("nested", Json("""{"b":2}""")).Set("new", BagValue.Null), merged);
    }

    [Theory]
    [InlineData("seats", "5", "5")]
    [InlineData("nested", """{"a":1}""", """{"a":1}""")]
    [InlineData("seats", "6", "\"6\"")]
    [InlineData("seats", "5.0", "\"5.0\"")]
    [InlineData("plan", "silver", "\"silver\"")]
    [InlineData("new", "null", "\"null\"")]
    [InlineData("new", "5", "\"5\"")]
    public void Text_that_was_shown_for_a_value_keeps_its_type(string key, string text, string json)
    {
        var edit = new BagEdit { MergeText = ValueMap<string>.Empty.Set(key, text) };

        Assert.Equal(Stored.Set(key, Json(json)), edit.Apply(Stored));
    }

    [Fact]
    public void What_was_shown_is_taken_out_of_an_edit()
    {
        var edit = new BagEdit { Merge = Bag(("plan", "\"gold\""), ("seats", "6")), Remove = ["nested", "never shown"] };

        Assert.Equal(
            new BagEdit { Merge = Bag(("seats", "6")), Remove = ["nested"] }, edit.ExceptShown(key => Stored.Find(key)));
    }

    [Fact]
    public void Removing_takes_keys_out_last()
    {
        var edit = new BagEdit { Merge = Bag(("seats", "6"), ("new", "1")), Remove = ["seats", "unknown"] };

        Assert.Equal(Stored.Without("seats").Set("new", Json("1")), edit.Apply(Stored));
    }
}
