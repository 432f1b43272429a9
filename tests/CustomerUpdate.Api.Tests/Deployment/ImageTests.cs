using System.Text.RegularExpressions;
using CustomerUpdate.Api.Tests.Architecture;
using NJsonSchema;
using Npgsql;
using YamlDotNet.Serialization;

namespace CustomerUpdate.Api.Tests.Deployment;

/// <summary>What can be known of the image and of docker-compose.yml without a Docker engine.</summary>
public sealed partial class ImageTests
{
    private static readonly string[] Dockerfile = File.ReadAllLines(Path.Combine(Repository.Root, "Dockerfile"));

    [Fact]
    public async Task The_compose_file_matches_the_schema_of_compose_files()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Deployment", "compose-spec.json"));

        var json = new SerializerBuilder().JsonCompatible().Build().Serialize(ReadCompose());

        Assert.Empty(schema.Validate(json).Select(error => error.ToString()));
    }

    [Fact]
    public void The_host_waits_for_a_healthy_database_and_nothing_is_published_beyond_this_machine()
    {
        var compose = File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml"));

        Assert.Contains("condition: service_healthy", compose, StringComparison.Ordinal);
        Assert.Equal(2, Published().Count(compose));
        Assert.All(Published().Matches(compose), port => Assert.StartsWith("127.0.0.1:", port.Groups[1].Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_variable_of_the_compose_file_has_a_default_and_stands_in_the_example_of_the_environment()
    {
        var compose = File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml"));
        var example = File.ReadAllLines(Path.Combine(Repository.Root, ".env.example")).Select(line => line.Split('=')).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);

        Assert.All(Variable().Matches(compose), variable =>
            Assert.Equal(example[variable.Groups["name"].Value], variable.Groups["value"].Value));
        Assert.Equal(Variable().Count(compose), compose.Split("${").Length - 1);
    }

    [Theory]
    [InlineData("development-only")]
    [InlineData("a;Host=elsewhere")]
    [InlineData("two \"words\" = \\ one")]
    public void The_compose_file_gives_the_database_its_password_whatever_is_in_it(string password)
    {
        var template = ConnectionString().Match(File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml"))).Groups[1].Value;

        var settings = new NpgsqlConnectionStringBuilder(Variable().Replace(template, _ => password));

        Assert.Equal(("postgres", password), (settings.Host, settings.Password));
    }

    [Fact]
    public void Everything_that_the_image_copies_is_there()
    {
        var sources = Dockerfile.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).ToList();

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.True(Path.Exists(Path.Combine(Repository.Root, source)), source));
    }

    [Fact]
    public void The_image_restores_before_it_copies_sources_and_runs_as_nobody_in_particular()
    {
        var text = string.Join('\n', Dockerfile);

        Assert.True(text.IndexOf("dotnet restore", StringComparison.Ordinal) < text.IndexOf("COPY src/ ", StringComparison.Ordinal));
        Assert.Contains("USER $APP_UID", text, StringComparison.Ordinal);
        Assert.Contains("HEALTHCHECK", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("-p:PhoneEngine=libphonenumber").Length - 1);
        Assert.Equal(2, text.Split("--use-current-runtime").Length - 1);
        Assert.Equal(2, text.Split("-p:PublishReadyToRun=true").Length - 1);
    }

    private static object ReadCompose() =>
        new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build()
            .Deserialize<object>(File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml")));

    [GeneratedRegex(@"- ""(.*:.*:\d+)""")]
    private static partial Regex Published();

    [GeneratedRegex(@"ConnectionStrings__Customers: ""(Host=postgres;.*)""")]
    private static partial Regex ConnectionString();

    [GeneratedRegex(@"\$\{(?<name>\w+):-(?<value>[^}]*)\}")]
    private static partial Regex Variable();
}
