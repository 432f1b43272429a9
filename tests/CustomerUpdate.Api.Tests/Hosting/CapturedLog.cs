using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CustomerUpdate.Api.Tests.Hosting;

/// <summary>Keeps every line that a host logs.</summary>
public sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string?>> properties = new();

    /// <summary>The lines so far, exceptions included.</summary>
    public IReadOnlyCollection<string> Lines => lines;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
        if (state is IReadOnlyList<KeyValuePair<string, object?>> named && named.Any(property => property.Key == "Outcome"))
        {
            properties.Enqueue(named.ToDictionary(property => property.Key, property => property.Value?.ToString()));
        }
    }

    /// <summary>The properties of the one line that says what came of a request.</summary>
    public IReadOnlyDictionary<string, string?> OutcomeOf(string requestId) =>
        Assert.Single(properties, line => line["RequestId"] == requestId);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
