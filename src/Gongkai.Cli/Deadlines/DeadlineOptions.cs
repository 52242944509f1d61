using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.Reports.Checking;

namespace Gongkai.Cli.Deadlines;

/// <summary><c>deadline</c> 的选项，原样。</summary>
internal sealed record DeadlineOptions(string? Received, string? Channel, IReadOnlyList<string> Events, string? Cases, string? AsOf, string? Region, string? Format, string? Data)
{
    /// <summary>按哪个地区；没有这个地区时为 null。</summary>
    public RegionProfile? FindRegion() => Region is null ? RegionProfiles.National : RegionProfiles.Find(Region);

    /// <summary>哪里写得不对；没有时为 null。</summary>
    public string? Problem() => 0 switch
    {
        _ when Received is null == Cases is null => "请写 --received 收到之日，或者 --cases 用例文件，只写一样。",
        _ when Region is not null && Data is not null => "--region 与 --data 写一样：--data 用那份数据里本地区的设置。",
        _ when FindRegion() is null => $"--region 没有 {Region} 这个地区，可用的有：{string.Join("、", RegionProfiles.All.Select(r => $"{r.Id}（{r.Name}）"))}。",
        _ when Cases is not null => CasesProblem(),
        _ when Format is not (null or "text" or "json") => $"--format 只能是 text 或 json，不能是 {Format}。",
        _ when CaseDate.Parse(Received) is null => $"--received 要写成 2025-09-22 这样的日期，不能是 {Received}。",
        _ when AsOf is not null && CaseDate.Parse(AsOf) is null => $"--as-of 要写成 2025-09-22 这样的日期，不能是 {AsOf}。",
        _ when Channel is not null && !CaseReader.Channels.ContainsKey(Channel) => $"--channel 只能是 {string.Join("、", CaseReader.Channels.Keys)}，不能是 {Channel}。",
        _ => null,
    };

    /// <summary>选项合成的一件申请，或者哪一件事写得不对。</summary>
    public (DeadlineCase? Case, string? Problem) ReadCase()
    {
        List<ClockEvent> events = [];
        foreach (var text in Events)
        {
            var problems = new CaseProblems();
            if (ReadEvent(text, problems) is not { } read)
            {
                var (field, message) = problems.First!;
                return (null, $"--event {text} 不对：{field}{(field.Length > 0 ? "：" : "")}{message}");
            }

            events.Add(read);
        }

        ReceiptChannel? channel = Channel is null ? null : CaseReader.Channels[Channel];
        return (new DeadlineCase(null, channel, CaseDate.Parse(Received), events, CaseDate.Parse(AsOf)), null);
    }

    private string? CasesProblem() => 0 switch
    {
        _ when Cases is "" || !File.Exists(Cases) => $"--cases 写的 {Cases} 不存在，或者不是文件。",
        _ when Format is not (null or "json") => $"--cases 的结果只有 json 一种格式，不能是 {Format}。",
        _ when Channel is not null || AsOf is not null || Events.Count > 0 => "--channel、--event、--as-of 与 --received 同用；用例文件里每行自己写。",
        _ => null,
    };

    // 「种类=日期,名=值」改写成用例文件里的一件事，两处用法就是一样的。
    private static ClockEvent? ReadEvent(string text, CaseProblems problems)
    {
        var parts = text.Split(',');
        var buffer = new ArrayBufferWriter<byte>();
        HashSet<string> names = [];
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            for (var i = 0; i < parts.Length; i++)
            {
                var (name, value) = parts[i].IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? (parts[i][..at].Trim(), parts[i][(at + 1)..].Trim()) : (parts[i].Trim(), "");
                if (i == 0)
                {
                    json.WriteString("type", name);
                    name = "on";
                }

                if (!names.Add(name) || name is "type" || (i > 0 && value.Length == 0))
                {
                    problems.Report(name, "要写成 种类=日期,名=值，每个名写一次，如 extended=2025-10-30,workingDays=20。");
                    return null;
                }

                Write(json, name, value);
            }

            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return EventReader.Read(document.RootElement, "", problems);
    }

    private static void Write(Utf8JsonWriter json, string name, string value)
    {
        if (name is "days" or "workingDays" && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteString(name, value);
        }
    }
}
