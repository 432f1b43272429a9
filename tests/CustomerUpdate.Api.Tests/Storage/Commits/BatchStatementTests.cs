using CustomerUpdate.Api.Storage.Commits;
using Npgsql;
using NpgsqlTypes;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

/// <summary>The text and the parameters of a statement about rows that are sent with it.</summary>
public sealed class BatchStatementTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly Row[] Rows =
    [
        new("Ada", new Guid("0198f000-0000-7000-8000-000000000001"), null, 1),
        new(null, new Guid("0198f000-0000-7000-8000-000000000002"), new Guid("0198f000-0000-7000-8000-000000000003"), 2),
    ];

    private static readonly BatchStatement<Row> Statement = new(
        "SELECT {count} FROM {rows} WHERE n.number < {count}",
        BatchStatement<Row>.Text("name", row => row.Name),
        BatchStatement<Row>.Id("id", row => row.Id),
        BatchStatement<Row>.OptionalId("other", row => row.Other),
        BatchStatement<Row>.Number("number", row => row.Number),
        BatchStatement<Row>.Time("\"at\"", _ => Noon),
        new BatchColumn<Row, string>("data", "jsonb", NpgsqlDbType.Jsonb, row => $"[{row.Number}]"));

    [Fact]
    public void One_row_is_sent_as_values()
    {
        var command = Statement.About([Rows[0]]);

        Assert.Equal(
            "SELECT 1 FROM (VALUES ($1::text, $2::uuid, $3::uuid, $4::bigint, $5::timestamptz, $6::jsonb, 1::bigint)) " +
            "AS n(name, id, other, number, \"at\", data, ordinal) WHERE n.number < 1",
            command.CommandText);
        Assert.Equal(
            [NpgsqlDbType.Text, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.TimestampTz, NpgsqlDbType.Jsonb],
            command.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.NpgsqlDbType));
        Assert.Equal("Ada", ValueOf<string?>(command, 0));
        Assert.Equal(Rows[0].Id, ValueOf<Guid>(command, 1));
        Assert.Null(ValueOf<Guid?>(command, 2));
        Assert.Equal(1, ValueOf<long>(command, 3));
        Assert.Equal(Noon, ValueOf<DateTimeOffset>(command, 4));
        Assert.Equal("[1]", ValueOf<string>(command, 5));
    }

    [Fact]
    public void Several_rows_are_sent_as_an_array_for_each_column()
    {
        var command = Statement.About(Rows);

        Assert.Equal(
            "SELECT cardinality($1) FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::bigint[], $5::timestamptz[], $6::jsonb[]) WITH ORDINALITY " +
            "AS n(name, id, other, number, \"at\", data, ordinal) WHERE n.number < cardinality($1)",
            command.CommandText);
        Assert.All(command.Parameters.Cast<NpgsqlParameter>(), parameter => Assert.True(parameter.NpgsqlDbType.HasFlag(NpgsqlDbType.Array)));
        Assert.Equal(NpgsqlDbType.Jsonb | NpgsqlDbType.Array, command.Parameters[5].NpgsqlDbType);
        Assert.Equal(["Ada", null], ValuesOf<string?>(command, 0));
        Assert.Equal(Rows.Select(row => row.Id), ValuesOf<Guid>(command, 1));
        Assert.Equal([null, Rows[1].Other], ValuesOf<Guid?>(command, 2));
        Assert.Equal([1, 2], ValuesOf<long>(command, 3));
        Assert.Equal([Noon, Noon], ValuesOf<DateTimeOffset>(command, 4));
        Assert.Equal(["[1]", "[2]"], ValuesOf<string>(command, 5));
    }

    [Fact]
    public void The_text_is_the_same_however_many_rows_there_are() =>
        Assert.Equal(Statement.About(Rows).CommandText, Statement.About([.. Rows, .. Rows, .. Rows]).CommandText);

    private static T? ValueOf<T>(NpgsqlBatchCommand command, int index) => Assert.IsType<NpgsqlParameter<T>>(command.Parameters[index]).TypedValue;

    private static List<T> ValuesOf<T>(NpgsqlBatchCommand command, int index) => [.. ValueOf<T[]>(command, index)!];

    private sealed record Row(string? Name, Guid Id, Guid? Other, long Number);
}
