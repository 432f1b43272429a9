using System.Data.Common;

namespace CustomerUpdate.Benchmarks.Load.Customers;

/// <summary>A column of a table.</summary>
internal sealed record Column(string Name, string Type);

/// <summary>The database behind a host, whose rows are made and counted here without the host's help.</summary>
internal interface IStore
{
    /// <summary>The expression for the id of the copy with the number <c>n</c>.</summary>
    string IdOfCopy { get; }

    /// <summary>An id as it is stored.</summary>
    string Written(string id);

    /// <summary>The expression for a column of the copy with the number <c>n</c>.</summary>
    string Copy(Column column);

    /// <summary>The rows of the numbers <c>n</c> from one to another.</summary>
    string Numbers(long from, long to);

    /// <summary>Opens a connection.</summary>
    Task<DbConnection> OpenAsync();

    /// <summary>Prepares some tables for many rows.</summary>
    Task<FillingSession> BeginFillingAsync(IReadOnlyList<string> tables);
}
