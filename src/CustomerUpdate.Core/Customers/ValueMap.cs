using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace CustomerUpdate.Core.Customers;

/// <summary>
/// An immutable map from names to values, in ordinal order of the names (which no database engine can change), that equals another
/// with equal entries.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
public sealed class ValueMap<T> : IReadOnlyDictionary<string, T>, IEquatable<ValueMap<T>>
{
    private readonly ImmutableSortedDictionary<string, T> entries;

    private ValueMap(ImmutableSortedDictionary<string, T> entries) => this.entries = entries;

    /// <summary>The map without entries.</summary>
    public static ValueMap<T> Empty { get; } = new(ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public int Count => entries.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => entries.Keys;

    /// <inheritdoc/>
    public IEnumerable<T> Values => entries.Values;

    /// <inheritdoc/>
    public T this[string key] => entries[key];

    /// <summary>A map of the given entries; the last of two with one name wins.</summary>
    public static ValueMap<T> Of(IEnumerable<KeyValuePair<string, T>> entries) => Empty.SetAll(entries);

    /// <summary>The same with one entry more, or another value under a name.</summary>
    public ValueMap<T> Set(string key, T value) => new(entries.SetItem(key, value));

    /// <summary>The same with the given entries added or replaced.</summary>
    public ValueMap<T> SetAll(IEnumerable<KeyValuePair<string, T>> others) => new(entries.SetItems(others));

    /// <summary>The same without the named entries; names that are not there do nothing.</summary>
    public ValueMap<T> Without(params IEnumerable<string> keys) => new(entries.RemoveRange(keys));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => entries.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => entries.TryGetValue(key, out value);

    /// <summary>The value under a name, or <c>default</c>.</summary>
    public T? Find(string key) => entries.TryGetValue(key, out var value) ? value : default;

    /// <inheritdoc/>
    public bool Equals(ValueMap<T>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Count == other.Count
            && entries.All(entry => other.TryGetValue(entry.Key, out var value) && EqualityComparer<T>.Default.Equals(entry.Value, value)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueMap<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => entries.Aggregate(Count, (hash, entry) => HashCode.Combine(hash, entry.Key, entry.Value));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();
}
