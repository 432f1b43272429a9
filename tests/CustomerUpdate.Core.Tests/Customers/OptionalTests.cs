using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Tests.Customers;

public class OptionalTests
{
    [Fact]
    public void The_default_is_absent()
    {
        Optional<string?> member = default;

        Assert.True(member.IsAbsent);
        Assert.Equal(Optional<string?>.Absent, member);
        Assert.Equal("kept", member.Or("kept"));
        Assert.Throws<InvalidOperationException>(() => member.Value);
    }

    [Fact]
    public void Null_is_a_value_that_was_sent()
    {
        Optional<string?> member = (string?)null;

        Assert.True(member.IsPresent);
        Assert.Null(member.Value);
        Assert.Null(member.Or("kept"));
        Assert.NotEqual(Optional<string?>.Absent, member);
    }

    [Fact]
    public void A_mistyped_member_keeps_what_came_and_has_no_value()
    {
        var member = Optional<string?>.Mistyped(12);

        Assert.True(member.IsMistyped);
        Assert.False(member.IsPresent);
        Assert.False(member.IsAbsent);
        Assert.Equal(12, member.Received);
        Assert.Equal("kept", member.Or("kept"));
        Assert.Throws<InvalidOperationException>(() => member.Value);
    }

    [Fact]
    public void Select_maps_a_value_and_leaves_absence_alone()
    {
        Assert.Equal(Optional<int>.Of(3), Optional<string>.Of("abc").Select(text => text.Length));
        Assert.Equal(Optional<int>.Absent, Optional<string>.Absent.Select(text => text.Length));
    }

    [Fact]
    public void Two_are_equal_when_state_and_value_are()
    {
        Assert.True(Optional<string>.Of("a") == Optional<string>.Of("a"));
        Assert.Equal(Optional<string>.Of("a").GetHashCode(), Optional<string>.Of("a").GetHashCode());
        Assert.True(Optional<string>.Of("a") != Optional<string>.Of("b"));
        Assert.False(Optional<string>.Of("a").Equals((object)"a"));
        Assert.NotEqual(Optional<string?>.Mistyped(1), Optional<string?>.Mistyped(2));
    }

    [Fact]
    public void What_is_printed_never_holds_the_value()
    {
        Assert.Equal("Present", Optional<string>.Of("secret").ToString());
        Assert.Equal("Mistyped", Optional<string>.Mistyped("secret").ToString());
        Assert.Equal("Absent", Optional<string>.Absent.ToString());
    }
}
