using CustomerUpdate.Api.Storage;
using Npgsql;

namespace CustomerUpdate.Api.Tests.Storage;

/// <summary>How connections to PostgreSQL are kept.</summary>
public sealed class ConnectionSettingsTests
{
    [Theory]
    [InlineData("", 40, 64, true)]
    [InlineData("Maximum Pool Size=7", 7, 64, true)]
    [InlineData("Max Auto Prepare=0", 40, 0, true)]
    [InlineData("No Reset On Close=false", 40, 64, false)]
    public void What_the_operator_does_not_say_is_set_for_speed(string said, int most, int prepared, bool keepsSessions)
    {
        var settings = new NpgsqlConnectionStringBuilder(StorageRegistration.PooledFor($"Host=db;{said}"));

        Assert.Equal(("db", most, prepared, keepsSessions), (settings.Host, settings.MaxPoolSize, settings.MaxAutoPrepare, settings.NoResetOnClose));
    }
}
