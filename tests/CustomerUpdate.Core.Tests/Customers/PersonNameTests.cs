using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Tests.Customers;

public class PersonNameTests
{
    private static readonly PersonName Juan = new("Juan Perez", "Juan", "Perez");
    private static readonly Optional<string?> Absent = Optional<string?>.Absent;

    [Fact]
    public void Nothing_written_changes_nothing() => Assert.Equal(Juan, Juan.Write(Absent, Absent, Absent));

    [Theory]
    [InlineData("Ana", "Ana", null)]
    [InlineData("Ana Lopez", "Ana", "Lopez")]
    [InlineData("Ana de la Cruz", "Ana", "de la Cruz")]
    [InlineData(" Lead", null, "Lead")]
    [InlineData("Ana ", "Ana", null)]
    [InlineData("Ana  Lopez", "Ana", " Lopez")]
    [InlineData("", null, null)]
    public void A_full_name_is_split_at_its_first_space(string full, string? first, string? last) =>
        Assert.Equal(new PersonName(full, first, last), Juan.Write(full, Absent, Absent));

    [Fact]
    public void A_null_full_name_clears_all_three()
    {
        Assert.Equal(PersonName.None, Juan.Write(null, Absent, Absent));
        Assert.Equal(PersonName.None, new PersonName(null, "Juan", "Perez").Write(null, Absent, Absent));
    }

    [Theory]
    [InlineData("Ana", "Ana Perez")]
    [InlineData(null, "Perez")]
    [InlineData("", "Perez")]
    public void A_first_name_rewrites_the_full_one(string? first, string full) =>
        Assert.Equal(new PersonName(full, first, "Perez"), Juan.Write(Absent, first, Absent));

    [Theory]
    [InlineData("Lopez", "Juan Lopez")]
    [InlineData(null, "Juan")]
    public void A_last_name_rewrites_the_full_one(string? last, string full) =>
        Assert.Equal(new PersonName(full, "Juan", last), Juan.Write(Absent, Absent, last));

    [Fact]
    public void Without_parts_no_full_name_is_left() => Assert.Equal(PersonName.None, Juan.Write(Absent, null, null));

    [Fact]
    public void Full_name_and_parts_together_are_taken_as_given()
    {
        Assert.Equal(new PersonName("JP", "Juan", "Perez"), Juan.Write("JP", "Juan", Absent));
        Assert.Equal(new PersonName("Dr. A", "Ana", null), Juan.Write("Dr. A", "Ana", null));
        Assert.Equal(new PersonName(null, "Ana", "Perez"), Juan.Write(null, "Ana", Absent));
    }

    [Fact]
    public void Writing_what_is_stored_keeps_how_it_is_split()
    {
        var mary = new PersonName("Mary Ann Smith", "Mary Ann", "Smith");

        Assert.Equal(mary, mary.Write("Mary Ann Smith", Absent, Absent));
    }

    [Fact]
    public void Writing_the_stored_parts_keeps_a_full_name_that_says_more()
    {
        var doctor = new PersonName("Dr. Ana Lopez", "Ana", "Lopez");

        Assert.Equal(doctor, doctor.Write(Absent, "Ana", "Lopez"));
    }
}
