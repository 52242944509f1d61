using System.Text.Json;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.Reports.Checking;

/// <summary>地区文件里 <c>clock</c> 一节：答复时钟与上级不同的设置，没有写的照上级。</summary>
internal static class RegionClock
{
    public static ClockSettings Read(JsonElement json, ClockSettings parent)
    {
        var settings = parent;
        foreach (var setting in json.EnumerateObject())
        {
            settings = With(settings, setting.Name, setting.Value);
        }

        return settings;
    }

    private static ClockSettings With(ClockSettings settings, string name, JsonElement value) => name switch
    {
        "replyDays" => settings with { ReplyDays = value.GetInt32() },
        "maximumExtensionDays" => settings with { MaximumExtensionDays = value.GetInt32() },
        "supplementAskDays" => settings with { SupplementAskDays = value.GetInt32() },
        "supplementAnswerDays" => settings with { SupplementAnswerDays = value.GetInt32() },
        "feePaymentDays" => settings with { FeePaymentDays = value.GetInt32() },
        "feePaidEffect" => settings with { FeePaid = Enum.Parse<FeePaidEffect>(value.GetString()!, ignoreCase: true) },
        "thirdPartyDays" => settings with { ThirdPartyDays = Limit(value) },
        "coProducerDays" => settings with { CoProducerDays = Limit(value) },
        "otherAgencyDays" => settings with { OtherAgencyDays = Limit(value) },
        "countsFromNextDay" => settings with { CountsFromNextDay = value.GetBoolean() },
        "reasonsRequestSuspends" => settings with { ReasonsRequestSuspends = value.GetBoolean() },
        _ => throw new InvalidOperationException($"The reply clock has no setting {name}."),
    };

    // null 是不限，与没有写不同。
    private static int? Limit(JsonElement value) => value.ValueKind is JsonValueKind.Null ? null : value.GetInt32();
}
