using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Gongkai.Storage.Backup;

/// <summary>PostgreSQL 的备份和恢复：在一个可重复读的事务里把各表 COPY 出来，不用 pg_dump。</summary>
internal static class PostgresDump
{
    // 链头在迁移时就有一行，且不许删：恢复时改它，不抄它。
    private const string Heads = "AuditHeads";

    public static async Task<IReadOnlyList<BackupPart>> WriteAsync(GongkaiDb db, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(folder, "tables"));
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var parts = new List<BackupPart>();
        foreach (var table in TablesInOrder(db.Model))
        {
            var columns = table.Columns.Select(c => c.Name).Order(StringComparer.Ordinal).ToList();
            var path = $"tables/{table.Name}.copy";
            await using (var file = SyncedFile.Create(Path.Combine(folder, path)))
            {
                await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY {Quote(table.Name)} ({Quoted(columns)}) TO STDOUT (FORMAT BINARY)", cancellation);
                await rows.CopyToAsync(file, cancellation);
                SyncedFile.Finish(file);
            }

            parts.Add(await BackupWriter.PartAsync(folder, path, cancellation) with { Table = table.Name, Columns = columns });
        }

        return parts;
    }

    public static async Task RestoreAsync(GongkaiDb db, string folder, BackupManifest manifest, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var part in manifest.Parts.Where(p => p.Table is not null))
        {
            await RefuseUnknownAsync(connection, part, cancellation);
            await using var file = File.OpenRead(Path.Combine(folder, part.Path));
            await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY {Quote(part.Table!)} ({Quoted(part.Columns!)}) FROM STDIN (FORMAT BINARY)", cancellation);
            await file.CopyToAsync(rows, cancellation);
        }

        await using var head = new NpgsqlCommand("""UPDATE "AuditHeads" SET "Sequence" = $1, "Hash" = $2 WHERE "Id" = 1""", connection, transaction);
        head.Parameters.Add(new NpgsqlParameter { Value = manifest.AuditSequence });
        head.Parameters.Add(new NpgsqlParameter { Value = Convert.FromHexString(manifest.AuditHash) });
        await head.ExecuteNonQueryAsync(cancellation);
        foreach (var table in TablesInOrder(db.Model))
        {
            await AdvanceIdentityAsync(connection, table, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>数据库里一个表也没有。</summary>
    public static async Task<bool> IsEmptyAsync(GongkaiDb db, CancellationToken cancellation) =>
        await db.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')").SingleAsync(cancellation) == 0;

    // 被引用的在先。
    private static List<ITable> TablesInOrder(IModel model)
    {
        var ordered = new List<ITable>();
        var left = model.GetRelationalModel().Tables.Where(t => t.Name != Heads).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var ready = left.Where(t => t.ForeignKeyConstraints.All(f => f.PrincipalTable == t || !left.Contains(f.PrincipalTable))).ToList();
            ordered.AddRange(ready);
            left.RemoveAll(ready.Contains);
        }

        return ordered;
    }

    // 表名、列名来自备份的清单：先问数据库有没有，再拼进语句。
    private static async Task RefuseUnknownAsync(NpgsqlConnection connection, BackupPart part, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = part.Table });
        var known = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            known.Add(reader.GetString(0));
        }

        if (part.Columns is not { Count: > 0 } columns || !columns.All(known.Contains))
        {
            throw new BackupException($"备份的清单里，表 {part.Table} 的列与程序的不符，没有恢复。");
        }
    }

    private static async Task AdvanceIdentityAsync(NpgsqlConnection connection, ITable table, CancellationToken cancellation)
    {
        var identity = table.PrimaryKey?.Columns is [var column] && column.PropertyMappings.Any(m => m.Property.ValueGenerated == ValueGenerated.OnAdd) ? column.Name : null;
        if (identity is null || table.PrimaryKey!.Columns[0].StoreType != "integer")
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            $"SELECT setval(pg_get_serial_sequence('{Quote(table.Name)}', '{identity}'), (SELECT coalesce(max({Quote(identity)}), 0) + 1 FROM {Quote(table.Name)}), false)", connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
