# One machine with Docker that runs deploy/production.yml, and a disk of its own for the data, at Hetzner.
#
#   terraform init && terraform apply -var domain=tasks.example.org -var repository=https://git.example.org/taskledger.git \
#     -var ssh_key="$(cat ~/.ssh/id_ed25519.pub)"
#
# The provider's token comes from HCLOUD_TOKEN. No secret is in here: .env is copied onto the machine by hand.

terraform {
  required_version = ">= 1.6"
  required_providers {
    hcloud = {
      source  = "hetznercloud/hcloud"
      version = "~> 1.50"
    }
  }
}

variable "domain" {
  description = "Name under which people reach the product; its records are yours to set."
  type        = string
}

variable "ssh_key" {
  description = "Public key of who may sign in."
  type        = string
}

variable "operators" {
  description = "Networks from which one may sign in by SSH."
  type        = list(string)
  default     = []
}

variable "repository" {
  description = "Where the sources are cloned from."
  type        = string
}

resource "hcloud_ssh_key" "operator" {
  name       = var.domain
  public_key = var.ssh_key
}

resource "hcloud_firewall" "web" {
  name = "taskledger"

  dynamic "rule" {
    for_each = toset(["80", "443"])
    content {
      direction  = "in"
      protocol   = "tcp"
      port       = rule.value
      source_ips = ["0.0.0.0/0", "::/0"]
    }
  }

  dynamic "rule" {
    for_each = length(var.operators) == 0 ? [] : [1]
    content {
      direction  = "in"
      protocol   = "tcp"
      port       = "22"
      source_ips = var.operators
    }
  }
}

resource "hcloud_server" "taskledger" {
  name         = replace(var.domain, ".", "-")
  image        = "docker-ce" # Ubuntu with the engine and its Compose plugin, as the provider keeps it
  server_type  = "cx22"
  location     = "fsn1"
  backups      = true
  ssh_keys     = [hcloud_ssh_key.operator.id]
  firewall_ids = [hcloud_firewall.web.id]
  user_data = templatefile("${path.module}/machine.yml", {
    repository = var.repository
  })
}

resource "hcloud_volume" "data" {
  name              = "taskledger"
  size              = 40
  server_id         = hcloud_server.taskledger.id
  format            = "ext4"
  automount         = true
  delete_protection = true
}

output "address" {
  description = "Where the domain's records point."
  value = {
    ipv4 = hcloud_server.taskledger.ipv4_address
    ipv6 = hcloud_server.taskledger.ipv6_address
  }
}
